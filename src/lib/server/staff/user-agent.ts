const BROWSERS = [
	['Edg', 'Edge'],
	['OPR', 'Opera'],
	['SamsungBrowser', 'Samsung Internet'],
	['Firefox', 'Firefox'],
	['Chrome', 'Chrome'],
	['Safari', 'Safari']
] as const;
const SYSTEMS = [
	['iPad', 'iPad'],
	['iPhone', 'iPhone'],
	['Android', 'Android'],
	['Windows', 'Windows'],
	['Mac OS', 'Mac'],
	['CrOS', 'Chromebook'],
	['Linux', 'Linux']
] as const;

/** Enough to recognise one's own in a list: "Chrome på Windows". */
export function browserOf(userAgent: string | null): string {
	const find = (names: readonly (readonly [string, string])[]) =>
		names.find(([sign]) => userAgent?.includes(sign))?.[1];
	const [browser, system] = [find(BROWSERS), find(SYSTEMS)];
	return browser && system ? `${browser} på ${system}` : (browser ?? system ?? 'Ukendt browser');
}
