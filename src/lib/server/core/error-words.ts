import { isLanguage, load } from '../../i18n/messages.ts';

/** What a page says that has nothing of a municipality's around it. */
type Words = { title: string; text: string; toFront: string };

/** @param path of the page, which tells the language */
export async function notFound(path: string): Promise<Words> {
	const m = await load(languageOf(path), 'site');
	return { title: m.notFoundTitle(), text: m.notFound(), toFront: m.toFront() };
}

/** @param id stands in the log too */
export async function broken(path: string, id: string): Promise<Words> {
	const m = await load(languageOf(path), 'site');
	return { title: m.brokenTitle(), text: `${m.broken()} ${m.id({ id })}`, toFront: m.toFront() };
}

/** @param path of the page whose form was larger than the server takes */
export async function tooLarge(path: string): Promise<Words> {
	const m = await load(languageOf(path), 'site');
	return { title: m.tooLargeTitle(), text: m.tooLarge(), toFront: m.toFront() };
}

/** @param path of a page that refuses what it was sent: nobody's trouble, and in no log */
export async function refused(path: string): Promise<Words> {
	const m = await load(languageOf(path), 'site');
	return { title: m.brokenTitle(), text: m.broken(), toFront: m.toFront() };
}

/** @param path of a page that was sent a form by another site */
export async function notOurs(path: string): Promise<Words> {
	const m = await load(languageOf(path), 'site');
	return { title: m.notOursTitle(), text: m.notOurs(), toFront: m.toFront() };
}

/** @param path of a page whose municipality cannot answer */
export async function away(path: string): Promise<Words> {
	const m = await load(languageOf(path), 'site');
	return { title: m.awayTitle(), text: m.away(), toFront: m.toFront() };
}

function languageOf(path: string) {
	const language = path.split('/')[2] ?? '';
	return isLanguage(language) ? language : 'da';
}
