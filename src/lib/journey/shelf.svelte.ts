import { newestFirst, type Assessment } from './assessment.ts';
import type { Key } from './lock.ts';
import type { OwnShare } from './share.ts';
import { memoryStore, type Kept, type Store } from './store.ts';

/** What is kept of a person's pictures, and of what they have shared. */
export class Shelf {
	pictures = $state.raw<Assessment[]>([]);
	shares = $state.raw<OwnShare[]>([]);
	isLocked = $state(false);

	protected store: Store = memoryStore();
	protected key: Key | undefined;

	isSaved = (picture: Assessment): boolean =>
		this.pictures.some((each) => each.id === picture.id && same(each, picture));

	async keepShare(share: OwnShare): Promise<void> {
		await this.store.keep({ kind: 'share', content: share }, this.key);
		await this.look();
	}

	async removeShare(id: string): Promise<void> {
		await this.store.remove(id);
		await this.look();
	}

	/**
	 * Pictures of a file take their place beside those that are here. The same picture is not there twice, and one that has
	 * been gone on with since the file was made stays as it is, beside the file's.
	 */
	async add(
		pictures: Assessment[],
		newId: () => string = () => crypto.randomUUID()
	): Promise<void> {
		for (const picture of pictures) {
			if (this.pictures.some((here) => same({ ...here, id: picture.id }, picture))) continue;
			const isOther = this.pictures.some(({ id }) => id === picture.id);
			const content = isOther ? { ...picture, id: newId() } : picture;
			await this.store.keep({ kind: 'picture', content }, this.key);
		}
		await this.look();
	}

	/** Made before the one on the table, newest first. */
	earlierThan(picture: Assessment): Assessment[] {
		return this.pictures.filter((each) => each.id !== picture.id && each.madeOn <= picture.madeOn);
	}

	protected async look(): Promise<void> {
		const { pictures, shares } = await this.store.read(this.key);
		this.pictures = newestFirst(pictures);
		this.shares = shares;
	}

	protected kept = (): Kept => ({ pictures: this.pictures, shares: this.shares });
}

const same = (a: Assessment, b: Assessment): boolean => JSON.stringify(a) === JSON.stringify(b);
