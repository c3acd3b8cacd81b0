import { load } from '../i18n/messages.ts';

/** What a page says that has nothing of a municipality's around it. Such a page has no language but Danish. */
type Words = { title: string; text: string; toFront: string };

export async function notFound(): Promise<Words> {
	const m = await load('da', 'house');
	return { title: m.notFoundTitle(), text: m.notFound(), toFront: m.toFront() };
}

/** @param id stands in the log too */
export async function broken(id: string): Promise<Words> {
	const m = await load('da', 'house');
	return { title: m.brokenTitle(), text: `${m.broken()} ${m.id({ id })}`, toFront: m.toFront() };
}
