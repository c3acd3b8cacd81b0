import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { environment } from '../environment.ts';
import { replaceFile, syncFolder } from '../keys.ts';
import { Trouble } from '../trouble.ts';

/**
 * What stands beside a municipality's file while it is moved to another server, and ever after. The second is written before
 * the first is taken away, so a move that was ended in between is seen to be unfinished: nobody serves it then.
 */
const Mark = z.strictObject({
	/** The server that it goes to, and where its file and keys lie there. */
	place: z.string(),
	data: z.string(),
	keys: z.string(),
	begun: z.iso.date(),
	/** How far its halves had come when they left (`halves/generation.ts`): what is older was copied here before. */
	generation: z.optional(z.number())
});
export type Mark = z.infer<typeof Mark>;

export type Folders = { data: string; keys: string };
const here = (): Folders => ({ data: environment().DATA_DIR, keys: environment().KEYS_DIR });

const movingPath = (municipality: string, { data }: Folders): string =>
	join(data, `${municipality}.moving`);
/** In both folders: whichever of them comes back from a copy, the other says no. */
const movedPaths = (municipality: string, { data, keys }: Folders): string[] =>
	[data, keys].map((folder) => join(folder, `${municipality}.moved`));

export const isMoved = (municipality: string, at: Folders = here()): boolean =>
	movedPaths(municipality, at).some((path) => existsSync(path));

/** Why nobody may open the municipality's file here, or undefined. */
export function trouble(municipality: string): Trouble | undefined {
	const [path] = movedPaths(municipality, here());
	if (isMoved(municipality)) return new Trouble('moved', path);
	const moving = movingPath(municipality, here());
	return existsSync(moving) ? new Trouble('moving', moving) : undefined;
}

/** @throws Trouble as `trouble` says, when `otherwise` is done */
export function demandNone(municipality: string, otherwise?: () => unknown): void {
	const found = trouble(municipality);
	if (!found) return;
	otherwise?.();
	throw found;
}

/** The move that is under way here, or undefined. @throws Trouble where what lies there cannot be read */
export const moving = (municipality: string, at: Folders = here()): Mark | undefined =>
	read(movingPath(municipality, at));

/** Where it went, or undefined where it never left. */
export const moved = (municipality: string): Mark | undefined =>
	movedPaths(municipality, here())
		.map(read)
		.find((mark) => mark !== undefined);

export const begin = (municipality: string, mark: Mark): void =>
	write(movingPath(municipality, here()), mark);

/** From here on nobody serves it here any more. */
export function leave(municipality: string, mark: Mark): void {
	for (const path of movedPaths(municipality, here())) write(path, mark);
}

/** The move is over: it has arrived, or was called off. */
export function end(municipality: string): void {
	remove(movingPath(municipality, here()));
}

/** It comes back to a place that it had left. */
export function welcome(municipality: string, at: Folders): void {
	for (const path of movedPaths(municipality, at)) remove(path);
}

function read(path: string): Mark | undefined {
	if (!existsSync(path)) return undefined;
	try {
		return Mark.parse(JSON.parse(readFileSync(path, 'utf8')));
	} catch {
		throw new Trouble('malformed', path);
	}
}

const write = (path: string, mark: Mark): void => replaceFile(path, `${JSON.stringify(mark)}\n`);

function remove(path: string): void {
	if (!existsSync(path)) return;
	rmSync(path);
	syncFolder(dirname(path));
}
