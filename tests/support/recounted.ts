import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a file to recount with as a sceptic would: by itself in an empty folder. */
export function recounted(text: string): {
	out: string;
	status: number | null;
	checked: number;
	differences: number;
} {
	const folder = mkdtempSync(join(tmpdir(), 'recount-'));
	const file = join(folder, 'regn-efter.mjs');
	writeFileSync(file, text);
	const { stdout, stderr, status, error } = spawnSync(process.execPath, [file], {
		encoding: 'utf8'
	});
	rmSync(folder, { recursive: true });
	// It did not run at all, which says nothing of the figures.
	if (error) throw error;
	const out = stdout + stderr;
	const [, checked = '', differences = ''] =
		/\n(\d+) tal regnet efter, (\d+) forskelle\.\n$/.exec(out) ?? [];
	return { out, status, checked: Number(checked || NaN), differences: Number(differences || NaN) };
}
