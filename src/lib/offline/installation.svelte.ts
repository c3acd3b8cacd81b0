/** Chromium's offer to install, which it makes once and early; not in the standard library of types. */
type InstallPrompt = Event & { prompt: () => Promise<void> };

declare global {
	interface WindowEventMap {
		beforeinstallprompt: InstallPrompt;
		appinstalled: Event;
	}
}

/** The browser's offer, kept until the person asks for it. */
export const installation = $state<{ offer: InstallPrompt | undefined }>({ offer: undefined });

/** Listens from the first moment; `installation.offer` tells. */
export function awaitOffer(): () => void {
	const keep = (event: InstallPrompt): void => {
		// Else the browser shows a bar of its own over the page.
		event.preventDefault();
		installation.offer = event;
	};
	const forget = (): void => void (installation.offer = undefined);
	addEventListener('beforeinstallprompt', keep);
	addEventListener('appinstalled', forget);
	return () => {
		removeEventListener('beforeinstallprompt', keep);
		removeEventListener('appinstalled', forget);
	};
}
