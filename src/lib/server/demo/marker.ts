import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { closeAll, open } from '../core/database.ts';
import { environment } from '../core/environment.ts';
import * as keys from '../core/keys.ts';
import * as settings from '../core/settings.ts';

/** Names the municipalities whose files the demo is in the middle of making, and so may remove when it starts over. */
const Unfinished = z.array(z.string());
const markerPath = (): string => join(environment().DATA_DIR, 'demo.unfinished');

const databasePath = (municipality: string): string =>
	join(environment().DATA_DIR, `${municipality}.sqlite`);

export function isDone(municipality: string): boolean {
	if (!existsSync(databasePath(municipality))) return false;
	return settings.get(open(municipality), 'demo') === 'done';
}

/** Removes what an interrupted demo left behind, and nothing else. */
export function startOver(): void {
	if (!existsSync(markerPath())) return;
	for (const municipality of Unfinished.parse(JSON.parse(readFileSync(markerPath(), 'utf8')))) {
		for (const file of ['', '-wal', '-shm']) {
			rmSync(databasePath(municipality) + file, { force: true });
		}
		rmSync(keys.folder(municipality), { recursive: true, force: true });
	}
	rmSync(markerPath());
}

/** @throws when something is there already that the demo did not make. */
export function begin(municipalities: string[]): void {
	for (const municipality of municipalities) {
		for (const path of [databasePath(municipality), keys.folder(municipality)]) {
			if (!existsSync(path)) continue;
			throw new Error(
				`${path} is there, and the demo did not make it. Give the demo folders of its own: DATA_DIR=… KEYS_DIR=…`
			);
		}
	}
	keys.replaceFile(markerPath(), JSON.stringify(municipalities));
}

export function finish(municipalities: string[]): void {
	for (const municipality of municipalities) {
		settings.noteInvented(open(municipality), 'done');
	}
	closeAll();
	rmSync(markerPath());
}
