import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** What stands behind a command's name: how many words, and which options. */
export type Takes = { least?: number; most: number; options?: ParseArgsOptionsConfig };

/** Whoever asks what a command does must not have it done. */
export const asksForHelp = (args: string[]): boolean =>
	args.some((each) => ['--help', '-h', '-?'].includes(each));

/** Why a command is not begun with these arguments, or undefined. What it does not know, it would take for a folder or leave out. */
export function flaw(args: string[], { least = 0, most, options = {} }: Takes): string | undefined {
	try {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const words = [...positionals, ...Object.values(values).flat()];
		const odd = words.find((word) => typeof word === 'string' && word.startsWith('-'));
		if (args.includes('--') || odd !== undefined) return `"${odd ?? '--'}" is no argument of it`;
		if (positionals.includes('')) return 'one of the arguments is empty';
		if (positionals.length < least) return 'something is missing';
		if (positionals.length > most) return `"${positionals[most]}" is one argument too many`;
		return undefined;
	} catch (problem) {
		if (!(problem instanceof TypeError)) throw problem;
		return problem.message.replace(/\. To specify.*/s, '');
	}
}
