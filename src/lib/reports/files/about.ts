import { LICENCE } from '../licence.ts';
import type { Press, Report } from '../document.ts';
import type { ReportWords } from '../words.ts';

/** How a report is found again and quoted. */
export const citation = (report: Report, { t, locale }: ReportWords): string =>
	t.files.cite({
		name: report.name,
		year: report.asOf.slice(0, 4),
		title: report.title,
		version: report.version,
		day: locale.day(report.asOf)
	});

/** What stands first in every file: whose it is, as of when, on what terms, how it is quoted and whom to ask. */
export const aboutLines = (report: Report, words: ReportWords, sha256: string): string[] => {
	const { t, locale } = words;
	return [
		t.files.asOf({ version: report.version, day: locale.day(report.asOf) }),
		...(report.changed
			? [t.method.changed({ version: report.version, changed: report.changed })]
			: []),
		t.files.licence(LICENCE),
		t.files.citeHow({ cite: citation(report, words) }),
		...(report.press ? [t.files.press({ contact: pressWords(report.press) })] : []),
		t.files.hash({ sha256 })
	];
};

export const pressWords = ({ name, telephone, email, url }: Press): string =>
	[name, telephone, email, url].filter((each) => each !== undefined).join(', ');
