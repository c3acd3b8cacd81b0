import { load as loadMessages } from '$lib/i18n/messages.ts';
import { arrival } from '$lib/offline/arrival.ts';
import { awaitOffer } from '$lib/offline/installation.svelte.ts';
import { handoutAddress, type Handout } from '$lib/survey/handout.ts';
import { mount } from 'svelte';

/**
 * What moves on a page that only shows: it is never woken as a whole. The voice and the device's own doings are put into the
 * places that the server left for them, when the person has the page.
 */
awaitOffer();
// A voice does not stop by itself when its page is left.
addEventListener('pagehide', () => globalThis.speechSynthesis?.cancel());
if (document.readyState === 'complete') void begin();
else addEventListener('load', () => void begin(), { once: true });

async function begin(): Promise<void> {
	const aloud = document.getElementById('aloud');
	const device = document.getElementById('device');
	if (!aloud || !device) return;
	const { language: html = '', code = '', danish, read = '', stop = '' } = aloud.dataset;
	const { municipality = '', language = '', route = '' } = device.dataset;
	const { default: ReadAloud } = await import('$lib/aloud/ReadAloud.svelte');
	mount(ReadAloud, { target: aloud, props: { language: html, code, danish, read, stop } });
	const install = document.getElementById('install');
	if (install) {
		const { default: Install } = await import('./(citizen)/Install.svelte');
		mount(Install, { target: install, props: { language } });
	}
	const address = handoutAddress(municipality, language);
	const reply = await fetch(address).catch(() => undefined);
	// Without network the page can be read all the same.
	if (!reply?.ok) return;
	const handout: Handout = await reply.json();
	await arrival(municipality, { [address]: handout });
	// The words of the frame are what every other page begins with.
	await loadMessages(language, 'frame');
	const { default: Device } = await import('./Device.svelte');
	mount(Device, { target: device, props: { handout, language, route, path: location.pathname } });
}
