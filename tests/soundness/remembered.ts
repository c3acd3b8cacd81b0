import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { openFile } from '../../src/lib/server/core/database.ts';
import * as memory from '../../src/lib/server/core/memory.ts';
import * as intake from '../../src/lib/server/intake/intake.ts';
import type { Envelope } from '../../src/lib/survey/envelope.ts';

/** A process that opens and counts sealed answers as a server does, says so, and stays until it is ended. */
const [file = '', keysFolder = '', given = '', today = '', quiet = ''] = process.argv.slice(2);

if (quiet !== 'never') memory.begin({ quietMilliseconds: Number(quiet) });
const db = openFile(file);
for (const envelope of JSON.parse(readFileSync(given, 'utf8')) as Envelope[]) {
	const { results } = await intake.receive(db, keysFolder, [envelope], { grant: undefined, today });
	if (results[0]?.outcome !== 'counted') throw new Error(JSON.stringify(results));
}
process.stdout.write('counted\n');
// Asked of nothing more, as a server at night.
setInterval(() => existsSync(file), 60_000);
