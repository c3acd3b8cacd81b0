/** How this browser lets a person put the page on their home screen: by our button, or by words about its own menu. */
export type InstallWay = 'button' | 'ios' | 'android';

export type Browser = {
	userAgent: string;
	/** An iPad calls itself a Mac, and has fingers on its screen. */
	maxTouchPoints: number;
	/** It runs as an app already. */
	isInstalled: boolean;
	hasOffer: boolean;
};

export function installWay(browser: Browser): InstallWay | undefined {
	const { userAgent, maxTouchPoints, isInstalled, hasOffer } = browser;
	// A page inside another app's window (Facebook, Messenger) can't be installed from there.
	if (isInstalled || /FBAN|FBAV|Instagram|; wv\)/.test(userAgent)) return undefined;
	if (hasOffer) return 'button';
	if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
	if (/Macintosh/.test(userAgent) && maxTouchPoints > 1) return 'ios';
	return /Android/.test(userAgent) ? 'android' : undefined;
}
