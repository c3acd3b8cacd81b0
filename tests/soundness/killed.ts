import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';
import type { Submission } from '../../src/lib/survey/submission.ts';

/**
 * A process that counts answers one by one, and is killed at one step of one of them: before or after each of the steps
 * between the beginning of a transaction and the end of the keys' moving on.
 */
const [file = '', keysFolder = '', given = '', done = '', answerAt = '', stepAt = '', day = ''] =
	process.argv.slice(2);

let isArmed = false;
let steps = 0;
const step = (): void => {
	if (isArmed && steps++ === Number(stepAt)) process.kill(process.pid, 'SIGKILL');
};
const around =
	<Args extends unknown[], Result>(work: (...args: Args) => Result) =>
	(...args: Args): Result => {
		step();
		const result = work(...args);
		step();
		return result;
	};

const { readFileSync, appendFileSync } = fs;
fs.openSync = around(fs.openSync);
fs.writeSync = around(fs.writeSync as (...args: unknown[]) => number) as typeof fs.writeSync;
fs.fdatasyncSync = around(fs.fdatasyncSync);
fs.closeSync = around(fs.closeSync);
// Those who have imported them by name see the new ones.
syncBuiltinESMExports();

// Loaded when that is done, and not before.
const { openFile } = await import('../../src/lib/server/core/database.ts');
const intake = await import('../../src/lib/server/intake/intake.ts');

const db = openFile(file);
const transaction = db.transaction.bind(db);
// Before the commit and after it.
db.transaction = ((work: () => unknown) => {
	const made = transaction(around(work));
	return Object.assign(() => made(), { ...made, immediate: around(() => made.immediate()) });
}) as typeof db.transaction;

const all = JSON.parse(readFileSync(given, 'utf8')) as Submission[];
for (const [n, submission] of all.entries()) {
	isArmed = n === Number(answerAt);
	const [reply] = await intake.count(db, keysFolder, [submission], day);
	isArmed = false;
	if (reply?.outcome !== 'counted' && reply?.outcome !== 'already-counted') {
		throw new Error(JSON.stringify(reply));
	}
	appendFileSync(done, `${submission.id}\n`);
}
process.stdout.write(`steps ${steps}\n`);
db.close();
