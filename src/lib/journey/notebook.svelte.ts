import type { Day } from '../calendar.ts';
import { begin, newestFirst, type Assessment } from './assessment.ts';
import * as draft from './draft.ts';
import * as locks from './lock.ts';
import type { Key, Lock } from './lock.ts';
import type { JourneyModel } from './model.ts';
import type { OwnShare } from './share.ts';
import { memoryStore, openStore, type Kept, type Store } from './store.ts';

/** `opening` until the browser has looked; `locked` until the passphrase is typed. */
export type State = 'opening' | 'locked' | 'open';
/** Where pictures are kept: on this device, nowhere (a shared screen), or nowhere because the browser will not. */
export type Place = 'device' | 'shared-screen' | 'nowhere';

/** A person's own pictures on this device, and the one they are looking at. Nothing here is ever sent. */
export class Notebook {
	state = $state<State>('opening');
	place = $state<Place>('device');
	pictures = $state.raw<Assessment[]>([]);
	shares = $state.raw<OwnShare[]>([]);
	isLocked = $state(false);
	/** The picture on the table, saved or not. */
	current = $state.raw<Assessment | null>(null);

	#store: Store = memoryStore();
	#lock: Lock | undefined;
	#key: Key | undefined;

	constructor(
		readonly municipality: string,
		readonly model: JourneyModel
	) {}

	/** Looks into what the device keeps. Only in a browser. */
	async open(): Promise<void> {
		if (draft.isSharedScreen(this.municipality)) {
			this.useSharedScreen();
			return;
		}
		try {
			this.#store = openStore(this.municipality);
			this.#lock = await this.#store.lock();
		} catch (error) {
			// The browser says in many ways that it keeps nothing; the picture can still be made.
			if (!(error instanceof DOMException)) throw error;
			this.#store = memoryStore();
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
		this.#key = await locks.unlock(this.#lock, passphrase);
		if (!this.#key) return false;
		await this.#read();
		return true;
	}

	/** Forgets the key and what it opened, until the passphrase is typed again. An unfinished picture waits, sealed. */
	async lockNow(): Promise<void> {
		if (!this.#lock) return;
		this.state = 'locked';
		await this.#writeDraft();
		this.#key = undefined;
		[this.pictures, this.shares, this.current] = [[], [], null];
	}

	async setLock(passphrase: string): Promise<void> {
		const { lock, key } = await locks.make(passphrase);
		await this.#store.rewrite(this.#kept(), lock, key);
		[this.#lock, this.#key] = [lock, key];
		this.isLocked = true;
		await this.#writeDraft();
	}

	async removeLock(): Promise<void> {
		await this.#store.rewrite(this.#kept(), undefined, undefined);
		[this.#lock, this.#key] = [undefined, undefined];
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
		this.#store = memoryStore();
		[this.#lock, this.#key] = [undefined, undefined];
		this.isLocked = false;
		this.place = 'shared-screen';
		this.state = 'open';
	}

	/** Everything made on the shared screen is gone. */
	async leaveSharedScreen(): Promise<void> {
		this.#forgetPages();
		await this.#store.destroy();
	}

	/** It was somebody's own after all. What was made while it was shared is gone. */
	async useOwnDevice(): Promise<void> {
		this.#forgetPages();
		draft.rememberSharedScreen(this.municipality, false);
		[this.place, this.state] = ['device', 'opening'];
		await this.open();
	}

	start(id: string, today: Day): void {
		this.change(begin(id, this.model, today));
	}

	/** A new picture that starts from what an earlier one says; what was agreed stays with the earlier one. */
	startFrom(earlier: Assessment, id: string, today: Day): void {
		this.change({ ...earlier, id, name: '', madeOn: today, together: null, counting: null });
	}

	change(picture: Assessment): void {
		this.current = picture;
		void this.#writeDraft();
	}

	isSaved = (picture: Assessment): boolean =>
		this.pictures.some((each) => each.id === picture.id && same(each, picture));

	/** False when the device has no room or will not keep anything. */
	async save(picture: Assessment): Promise<boolean> {
		try {
			await this.#store.keep({ kind: 'picture', content: picture }, this.#key);
		} catch (error) {
			if (error instanceof DOMException) return false;
			throw error;
		}
		// It stays on the table, also when the page is loaded anew.
		this.change(picture);
		await this.#read();
		return true;
	}

	/** Remembers a yes to being counted, with the picture as it is kept and as it lies on the table. */
	async noteCounting(id: string, counting: Assessment['counting']): Promise<void> {
		if (this.current?.id === id) this.change({ ...this.current, counting });
		const kept = this.pictures.find((each) => each.id === id);
		if (!kept) return;
		await this.#store.keep({ kind: 'picture', content: { ...kept, counting } }, this.#key);
		await this.#read();
	}

	async rename(picture: Assessment, name: string): Promise<void> {
		await this.#store.keep({ kind: 'picture', content: { ...picture, name } }, this.#key);
		if (this.current?.id === picture.id) this.current = { ...this.current, name };
		await this.#read();
	}

	async keepShare(share: OwnShare): Promise<void> {
		await this.#store.keep({ kind: 'share', content: share }, this.#key);
		await this.#read();
	}

	async removeShare(id: string): Promise<void> {
		await this.#store.remove(id);
		await this.#read();
	}

	async remove(id: string): Promise<void> {
		await this.#store.remove(id);
		if (this.current?.id === id) this.#forgetCurrent();
		await this.#read();
	}

	/** Removes every trace from the device. */
	async removeAll(): Promise<void> {
		this.#forgetPages();
		await this.#store.destroy();
		[this.#lock, this.#key] = [undefined, undefined];
		this.isLocked = false;
		this.state = 'open';
	}

	/** Pictures of a file take their place beside those that are here; the same picture is not there twice. */
	async add(pictures: Assessment[]): Promise<void> {
		for (const content of pictures) await this.#store.keep({ kind: 'picture', content }, this.#key);
		await this.#read();
	}

	/** Made before the one on the table, newest first. */
	earlierThan(picture: Assessment): Assessment[] {
		return this.pictures.filter((each) => each.id !== picture.id && each.madeOn <= picture.madeOn);
	}

	#kept = (): Kept => ({ pictures: this.pictures, shares: this.shares });

	async #read(): Promise<void> {
		const { pictures, shares } = await this.#store.read(this.#key);
		this.pictures = newestFirst(pictures);
		this.shares = shares;
		if (this.state !== 'open' && this.place !== 'shared-screen') {
			this.current = (await draft.read(this.municipality, this.#key)) ?? null;
		}
		this.state = 'open';
	}

	#forgetPages(): void {
		this.pictures = [];
		this.shares = [];
		this.#forgetCurrent();
	}

	#forgetCurrent(): void {
		this.current = null;
		this.#clearDraft();
	}

	async #writeDraft(): Promise<void> {
		const picture = this.current;
		if (this.place === 'shared-screen' || !picture) this.#clearDraft();
		else {
			await draft.write(this.municipality, picture, this.#key, () => this.current === picture);
		}
	}

	#clearDraft(): void {
		draft.clear(this.municipality);
	}
}

const same = (a: Assessment, b: Assessment): boolean => JSON.stringify(a) === JSON.stringify(b);
