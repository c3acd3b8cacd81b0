import type { Day } from '../calendar.ts';
import { begin, isEmpty, newestFirst, type Assessment } from './assessment.ts';
import * as draft from './draft.ts';
import * as locks from './lock.ts';
import type { Lock } from './lock.ts';
import type { JourneyModel } from './model.ts';
import { Shelf } from './shelf.svelte.ts';
import { memoryStore, openStore } from './store.ts';

/** `opening` until the browser has looked; `locked` until the passphrase is typed. */
export type State = 'opening' | 'locked' | 'open';
/** Where pictures are kept: on this device, nowhere (a shared screen), or nowhere because the browser will not. */
export type Place = 'device' | 'shared-screen' | 'nowhere';

/** A person's own pictures on this device, and the one they are looking at. Nothing here is ever sent. */
export class Notebook extends Shelf {
	state = $state<State>('opening');
	place = $state<Place>('device');
	/** The picture on the table. It is kept by itself from the first choice, and what is changed is kept with it. */
	current = $state.raw<Assessment | null>(null);
	/** The device had no room for the picture on the table, or would not keep it. */
	isUnkept = $state(false);

	#lock: Lock | undefined;
	#keeping: Promise<void> | undefined;
	/** Changed and not kept yet. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing on the screen looks at it
	#changed = new Map<string, Assessment>();

	constructor(
		readonly municipality: string,
		readonly model: JourneyModel
	) {
		super();
	}

	/** Looks into what the device keeps. Only in a browser. */
	async open(): Promise<void> {
		if (draft.isSharedScreen(this.municipality)) {
			this.useSharedScreen();
			return;
		}
		try {
			this.store = openStore(this.municipality);
			this.#lock = await this.store.lock();
		} catch (error) {
			// The browser says in many ways that it keeps nothing; the picture can still be made.
			if (!(error instanceof DOMException)) throw error;
			this.store = memoryStore();
			this.place = 'nowhere';
		}
		this.isLocked = this.#lock !== undefined;
		if (this.#lock) {
			this.state = 'locked';
			return;
		}
		await this.#read();
	}

	async unlock(passphrase: string): Promise<boolean> {
		if (!this.#lock) return true;
		this.key = await locks.unlock(this.#lock, passphrase);
		if (!this.key) return false;
		await this.#read();
		return true;
	}

	/** Forgets the key and what it opened, until the passphrase is typed again. An unfinished picture waits, sealed. */
	async lockNow(): Promise<void> {
		if (!this.#lock) return;
		await this.#keeping;
		this.state = 'locked';
		await this.#writeDraft();
		this.key = undefined;
		[this.pictures, this.shares, this.current] = [[], [], null];
	}

	async setLock(passphrase: string): Promise<void> {
		const { lock, key } = await locks.make(passphrase);
		await this.store.rewrite(this.kept(), lock, key);
		[this.#lock, this.key] = [lock, key];
		this.isLocked = true;
		await this.#writeDraft();
	}

	async removeLock(): Promise<void> {
		await this.store.rewrite(this.kept(), undefined, undefined);
		[this.#lock, this.key] = [undefined, undefined];
		this.isLocked = false;
		await this.#writeDraft();
	}

	/**
	 * From now on nothing is kept: a screen that others use too, for as long as this tab is open. What this device kept
	 * before is not touched or shown.
	 */
	useSharedScreen(): void {
		this.#forgetPages();
		draft.rememberSharedScreen(this.municipality, true);
		this.store = memoryStore();
		[this.#lock, this.key] = [undefined, undefined];
		this.isLocked = false;
		this.place = 'shared-screen';
		this.state = 'open';
	}

	/** Everything made on the shared screen is gone. */
	async leaveSharedScreen(): Promise<void> {
		this.#forgetPages();
		await this.#keeping;
		await this.store.destroy();
	}

	/** It was somebody's own after all. What was made while it was shared is gone. */
	async useOwnDevice(): Promise<void> {
		this.#forgetPages();
		draft.rememberSharedScreen(this.municipality, false);
		[this.place, this.state] = ['device', 'opening'];
		await this.open();
	}

	start(id: string, today: Day): void {
		this.lay(begin(id, this.model, today));
	}

	/** A new picture that starts from what an earlier one says; what was agreed stays with the earlier one. */
	startFrom(earlier: Assessment, id: string, today: Day): void {
		this.lay({ ...earlier, id, name: '', madeOn: today, together: null, counting: null });
	}

	/** Lays a picture on the table. */
	lay(picture: Assessment): void {
		this.current = picture;
		this.isUnkept = false;
		void this.#writeDraft();
	}

	change(picture: Assessment): void {
		this.current = picture;
		void this.#writeDraft();
		this.#changed.set(picture.id, picture);
		this.#keeping ??= this.#keepChanged().finally(() => (this.#keeping = undefined));
	}

	/** Whether something would be lost if another picture were laid on the table. */
	get isAtRisk(): boolean {
		return this.isUnkept && this.current !== null && !this.isSaved(this.current);
	}

	/** Waits until the picture on the table is kept. False when the device has no room or will not keep anything. */
	async save(picture: Assessment): Promise<boolean> {
		this.change(picture);
		await this.#keeping;
		return !this.isUnkept;
	}

	/** Remembers a yes to being counted, with the picture as it is kept and as it lies on the table. */
	async noteCounting(id: string, counting: Assessment['counting']): Promise<void> {
		if (this.current?.id === id) this.change({ ...this.current, counting });
		const kept = this.pictures.find((each) => each.id === id);
		if (!kept) return;
		await this.store.keep({ kind: 'picture', content: { ...kept, counting } }, this.key);
		await this.#read();
	}

	async rename(picture: Assessment, name: string): Promise<void> {
		await this.store.keep({ kind: 'picture', content: { ...picture, name } }, this.key);
		if (this.current?.id === picture.id) this.current = { ...this.current, name };
		await this.#read();
	}

	async remove(id: string): Promise<void> {
		this.#changed.delete(id);
		await this.#keeping;
		await this.store.remove(id);
		if (this.current?.id === id) this.#forgetCurrent();
		await this.#read();
	}

	/** Removes every trace from the device. */
	async removeAll(): Promise<void> {
		this.#forgetPages();
		await this.#keeping;
		await this.store.destroy();
		[this.#lock, this.key] = [undefined, undefined];
		this.isLocked = false;
		this.state = 'open';
	}

	/** One after the other, until all that was changed is kept. An empty picture is not kept. */
	async #keepChanged(): Promise<void> {
		for (const [id, picture] of this.#changed) {
			this.#changed.delete(id);
			const { store } = this;
			const isThere = this.pictures.some((each) => each.id === id);
			try {
				if (!isEmpty(picture)) await store.keep({ kind: 'picture', content: picture }, this.key);
				else if (isThere) await store.remove(id);
				this.isUnkept = false;
			} catch (error) {
				if (!(error instanceof DOMException)) throw error;
				this.isUnkept = true;
				continue;
			}
			// Meanwhile it may have been locked, or left behind.
			if (this.state !== 'open' || this.store !== store) return;
			const others = this.pictures.filter((each) => each.id !== id);
			this.pictures = isEmpty(picture) ? others : newestFirst([...others, picture]);
		}
	}

	async #read(): Promise<void> {
		await this.look();
		if (this.state !== 'open' && this.place !== 'shared-screen') {
			this.current = (await draft.read(this.municipality, this.key)) ?? null;
		}
		this.state = 'open';
	}

	#forgetPages(): void {
		this.#changed.clear();
		this.pictures = [];
		this.shares = [];
		this.#forgetCurrent();
	}

	#forgetCurrent(): void {
		this.current = null;
		this.isUnkept = false;
		this.#clearDraft();
	}

	async #writeDraft(): Promise<void> {
		const picture = this.current;
		if (this.place === 'shared-screen' || !picture) this.#clearDraft();
		else {
			await draft.write(this.municipality, picture, this.key, () => this.current === picture);
		}
	}

	#clearDraft(): void {
		draft.clear(this.municipality);
	}
}
