/** Fills the screen where the browser can and it is not installed as an app. Only a tap may ask for it. */
export async function fill(): Promise<void> {
	const isApp = matchMedia('(display-mode: standalone), (display-mode: fullscreen)').matches;
	if (isApp || document.fullscreenElement) return;
	try {
		await document.documentElement.requestFullscreen?.({ navigationUI: 'hide' });
	} catch (error) {
		refused(error);
	}
}

/** Keeps the screen awake while somebody holds it. @returns how to let it sleep again */
export function keepAwake(): () => void {
	let lock: Promise<WakeLockSentinel | undefined> | undefined;
	// The browser lets go of it whenever the page is out of sight.
	const take = (): void => {
		if (document.visibilityState !== 'visible') return;
		lock = navigator.wakeLock?.request('screen').catch(refused);
	};
	take();
	document.addEventListener('visibilitychange', take);
	return () => {
		document.removeEventListener('visibilitychange', take);
		void lock?.then((held) => held?.release());
	};
}

/**
 * Waits until no other tab of this browser is the tablet: two would wipe, resume and send over each other's heads.
 * @param onwait when there is another
 * @returns how to let the next one in
 */
export function alone(
	municipality: string,
	{ onwait, onalone }: { onwait: () => void; onalone: () => void }
): () => void {
	const { locks } = navigator;
	if (!locks) {
		onalone();
		return () => undefined;
	}
	const name = `oejenhoejde-tablet-${municipality}`;
	let leave = (): void => undefined;
	const stay = new Promise<void>((resolve) => (leave = resolve));
	const hold = (): Promise<void> => {
		onalone();
		return stay;
	};
	void locks.request(name, { ifAvailable: true }, (lock) => {
		if (lock) return hold();
		onwait();
		void locks.request(name, hold);
	});
	return () => leave();
}

/** Not allowed, not now, not on this device: the tablet does without. */
function refused(error: unknown): undefined {
	if (error instanceof DOMException || error instanceof TypeError) return undefined;
	throw error;
}
