import { expect, it } from 'vitest';
import { installWay, type Browser } from './install.ts';

const IPHONE =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const MAC =
	'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15';
const PIXEL =
	'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
const DESK =
	'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const browser = (changed: Partial<Browser>): Browser => ({
	userAgent: DESK,
	maxTouchPoints: 0,
	isInstalled: false,
	hasOffer: false,
	...changed
});

it.each([
	['a browser that offers it', { hasOffer: true }, 'button'],
	['Android that offers it', { userAgent: PIXEL, hasOffer: true }, 'button'],
	['Android that does not', { userAgent: PIXEL }, 'android'],
	['an iPhone', { userAgent: IPHONE }, 'ios'],
	['an iPad, which says it is a Mac', { userAgent: MAC, maxTouchPoints: 5 }, 'ios'],
	['a Mac', { userAgent: MAC }, undefined],
	['a desk that does not offer it', {}, undefined],
	['the installed app', { userAgent: PIXEL, isInstalled: true }, undefined],
	['a page inside Facebook', { userAgent: `${IPHONE} [FBAN/FBIOS;FBAV/400]` }, undefined],
	['a page inside an Android app', { userAgent: PIXEL.replace('; K)', '; K; wv)') }, undefined]
] as const)('%s', (_, changed, way) => {
	expect(installWay(browser(changed))).toBe(way);
});
