import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imported } from './modules.ts';
import type { Site } from './site.ts';

type Words = { [part: string]: { [key: string]: string } };

/** What stands on a page in a language: `said('ar', 'citizen', 'form', 'begin')`. */
export function said(language: string, file: string, part: string, key: string): string {
	const all = JSON.parse(
		readFileSync(`src/lib/i18n/messages/${language}/${file}.json`, 'utf8')
	) as Words;
	const words = all[part]?.[key];
	if (!words) throw new Error(`${language} has no ${file} ${part}.${key}`);
	return words;
}

/** What a municipality has chosen under Indstillinger. */
export async function offer(site: Site, municipality: string, languages: string): Promise<void> {
	const database = await imported('database');
	const db = database.openFile(join(site.variables.DATA_DIR ?? '', `${municipality}.sqlite`));
	db.prepare(`insert or replace into setting (name, value) values ('languages', ?)`).run(languages);
	db.close();
}
