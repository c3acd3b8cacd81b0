import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parse, type AST } from 'svelte/compiler';
import ts from 'typescript';

/** Paths from the root of the repository, with `/`, and what stands in the files. */
export type Sources = Map<string, string>;

export type Import = {
	/** As written; `?` where it is computed and nobody can say what it brings. */
	specifier: string;
	/** A path from the root of the repository, a folder where it is a glob, or the name of a package. */
	target: string;
	/** Only a type: nothing of it is there when the program runs. */
	isType: boolean;
};

export const isMarkup = (path: string): boolean => path.endsWith('.svelte');
/** A spec, or what several specs begin with. */
export const isSpec = (path: string): boolean => /\.(spec|fixture)\.ts$/.test(path);

export function readSources(...folders: string[]): Sources {
	const paths = folders.flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))
	);
	return new Map(
		paths
			.filter((path) => /\.(ts|js|mjs|svelte)$/.test(path) && statSync(path).isFile())
			.map((path) => [relative('.', path).split(sep).join('/'), readFileSync(path, 'utf8')])
	);
}

/** Everything that a file imports, in whichever way: static, for export, dynamic, as a type, by glob or by URL. */
export function importsOf(path: string, source: string): Import[] {
	const code = isMarkup(path) ? scriptsOf(source) : source;
	const file = ts.createSourceFile(`${path}.ts`, code, ts.ScriptTarget.Latest, true);
	const found: Import[] = [];
	const add = (node: ts.Node | undefined, isType = false) => {
		const specifier = node && ts.isStringLiteralLike(node) ? node.text : '?';
		if (!specifier.startsWith('!')) {
			found.push({ specifier, target: targetOf(path, specifier), isType });
		}
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
		else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
			add(node.moduleSpecifier, node.isTypeOnly);
		} else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
			add(node.argument.literal, true);
		} else if (ts.isCallExpression(node)) {
			const called = node.expression;
			if (called.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
			else if (called.getText(file) === 'import.meta.glob') {
				const [patterns] = node.arguments;
				if (patterns && ts.isArrayLiteralExpression(patterns)) {
					for (const pattern of patterns.elements) add(pattern);
				} else add(patterns);
			}
		} else if (ts.isNewExpression(node) && node.expression.getText(file) === 'URL') {
			const [address, base] = node.arguments ?? [];
			if (base?.getText(file) === 'import.meta.url') add(address);
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
	if (!clause) return false;
	if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	const { namedBindings } = clause;
	if (clause.name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
	return (
		namedBindings.elements.length > 0 && namedBindings.elements.every((each) => each.isTypeOnly)
	);
}

function targetOf(from: string, specifier: string): string {
	const upToGlob = specifier.replace(/[^/]*\*.*$/, '');
	if (upToGlob.startsWith('$lib')) return upToGlob.replace('$lib', 'src/lib');
	if (upToGlob.startsWith('/src/')) return upToGlob.slice(1);
	if (!upToGlob.startsWith('.')) return upToGlob;
	return join(dirname(from), upToGlob).split(sep).join('/');
}

/** The scripts of a component, and each import that its markup makes when it is needed. */
function scriptsOf(source: string): string {
	const scripts = [...source.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(
		([, code]) => code
	);
	const markup = source.replace(/<(script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '');
	const late = [...markup.matchAll(/\bimport\(\s*('[^']*'|"[^"]*"|[^)]*)\s*\)/g)].map(
		([call]) => call
	);
	return [...scripts, ...late].join(';\n');
}

/** The code without its comments, so that a word in a comment is not taken for a deed. */
export const withoutComments = (source: string): string =>
	source.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^\s*\/\/.*$|(?<=[;{},\s])\/\/ .*$/gm, '');

const READ_OUT = [
	'alt',
	'aria-label',
	'aria-description',
	'label',
	'placeholder',
	'title',
	'value'
];
const FIELDS = ['input', 'textarea', 'select'];
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'poster'];

/** Words that stand in a component's markup itself, addresses that are written out in it, fields that lose what is typed, and limits that cut it off. */
export function markupOf(source: string): {
	words: string[];
	addresses: string[];
	forgetful: string[];
	cutting: string[];
} {
	const words: string[] = [];
	const addresses: string[] = [];
	const forgetful: string[] = [];
	const cutting: string[] = [];
	const visit = (node: unknown): void => {
		if (Array.isArray(node)) return node.forEach(visit);
		if (!isNode(node)) return;
		if (node.type === 'Text' && /\p{L}{2}/u.test(node.data)) words.push(node.data.trim());
		if (node.type === 'RegularElement' && isForgetful(node, source)) {
			forgetful.push(source.slice(node.start, node.end));
		}
		if (node.type === 'Attribute') {
			if (node.name === 'maxlength') cutting.push(source.slice(node.start, node.end));
			const [first] = Array.isArray(node.value) ? node.value : [];
			if (first?.type !== 'Text') return;
			if (ADDRESSES.includes(node.name)) addresses.push(first.data);
			// A value is read out where it is a button's; elsewhere it is the name of a choice.
			const isWords =
				node.name === 'value' ? /[æøå ]/i.test(first.data) : /\p{L}{2}/u.test(first.data);
			if (READ_OUT.includes(node.name) && isWords) words.push(first.data);
			return;
		}
		for (const [key, child] of Object.entries(node)) {
			if (typeof child === 'object' && key !== 'metadata' && key !== 'parent') visit(child);
		}
	};
	visit(parse(source, { modern: true }).fragment);
	return { words, addresses, forgetful, cutting };
}

/** Whether Svelte sets the field's content again when the page comes to life, over what was typed until then: a default does not. */
function isForgetful({ name, attributes, fragment }: AST.RegularElement, source: string): boolean {
	const has = (wanted: string) =>
		attributes.some((each) => each.type === 'Attribute' && each.name === wanted);
	const types = attributes.flatMap((each) => {
		if (each.type !== 'Attribute' || each.name !== 'type') return [];
		const [first] = Array.isArray(each.value) ? each.value : [];
		return first?.type === 'Text' ? first.data : 'chosen';
	});
	// On the server a text area's default is not written at all, and in a browser its value is written over what was typed.
	if (name === 'textarea' && has('defaultValue')) {
		return !attributes.some(
			(each) =>
				each.type === 'Attribute' &&
				each.name === 'value' &&
				/^value=\{browser \? undefined : /.test(source.slice(each.start, each.end))
		);
	}
	if (has('oninput') || has('onchange') || has('readonly') || types.includes('hidden')) {
		return false;
	}
	if (name === 'textarea' && fragment.nodes.some(({ type }) => type === 'ExpressionTag'))
		return true;
	// The value of a box to tick is its name.
	const isTicked = types.some((type) => ['checkbox', 'radio', 'chosen'].includes(type));
	return FIELDS.includes(name) && (has('checked') || (has('value') && !isTicked));
}

type Node = AST.Text | AST.Attribute | AST.Fragment | AST.RegularElement;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The design system's own measure for lists outweighs a page's style: only its own class answers it. @returns lists without */
export function capped(path: string, source: string): string[] {
	if (!isMarkup(path)) return [];
	const [style = ''] = /<style[\s\S]*<\/style>/.exec(source) ?? [];
	const isWide = /\b[uo]l\b[^{}]*\{[^{}]*max-inline-size: none/.test(style);
	return isWide
		? (source.match(/<[uo]l\b[^>]*>/g) ?? []).filter((list) => !list.includes('no-max-width'))
		: [];
}
