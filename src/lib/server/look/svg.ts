import { DOMParser } from '@xmldom/xmldom';
import { escaped } from '../../markup.ts';

/** What is wrong with a picture, in the words of `look` in the messages. */
export type Flaw = 'not-svg' | 'too-large' | 'no-drawing' | 'too-complex';

const ELEMENTS = new Set(
	(
		'svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop ' +
		'clipPath mask title desc use symbol text tspan'
	).split(' ')
);
/** Of these nothing is kept, and what they hold neither; anything else makes the whole drawing unfit. */
const LEFT_OUT = new Set(['metadata', 'style', 'sodipodi:namedview', 'switch']);
const ATTRIBUTES = new Set(
	(
		'viewBox width height x y x1 x2 y1 y2 cx cy r rx ry d points transform fill fill-rule fill-opacity stroke ' +
		'stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset ' +
		'stroke-opacity opacity clip-path clip-rule mask id offset stop-color stop-opacity gradientUnits ' +
		'gradientTransform spreadMethod fx fy clipPathUnits maskUnits preserveAspectRatio color display visibility ' +
		'font-size font-family font-weight text-anchor letter-spacing'
	).split(' ')
);
/** What a `style` attribute or a class may say, as attributes of the same names. */
const STYLES = new Set(
	[...ATTRIBUTES].filter((name) =>
		/^(fill|stroke|opacity|clip|mask|stop|color|display|visibility|font|text|letter)/.test(name)
	)
);
/** A value that neither fetches nor runs: `url()` only of the drawing itself. */
const isSafe = (value: string): boolean =>
	value.length < 100_000 &&
	!/[<>&\\]|javascript:|data:|expression|@import/i.test(value) &&
	(!/url/i.test(value) || /^url\(\s*(['"]?)#[\w.-]+\1\s*\)$/.test(value.trim()));

const BYTES_MAX = 200_000;
const NODES_MAX = 2000;

type Node = {
	nodeType: number;
	nodeName: string;
	nodeValue: string | null;
	childNodes: ArrayLike<Node>;
	attributes?: ArrayLike<{ name: string; value: string }>;
};

/**
 * A drawing written anew from the elements and attributes of a list: no script, event, style sheet, link, picture, foreign
 * element, entity or comment of the one that was given comes along.
 */
export function cleaned(given: string): { ok: true; svg: string } | { ok: false; reason: Flaw } {
	if (given.length > BYTES_MAX) return { ok: false, reason: 'too-large' };
	// A document type of its own declares entities: those are refused, an ordinary one is left out.
	const bare = given.replace(/^\uFEFF/, '').replace(/<!DOCTYPE[^[>]*>/i, '');
	if (/<!(DOCTYPE|ENTITY)|<\?xml-stylesheet/i.test(bare)) return { ok: false, reason: 'not-svg' };
	const root = parsed(bare);
	if (!root || root.nodeName !== 'svg') return { ok: false, reason: 'not-svg' };
	const classes = classesIn(bare);
	const state = { nodes: 0, drawn: 0 };
	const svg = written(root, classes, state, true);
	if (state.nodes > NODES_MAX) return { ok: false, reason: 'too-complex' };
	if (state.drawn === 0) return { ok: false, reason: 'no-drawing' };
	return { ok: true, svg };
}

function parsed(text: string): Node | undefined {
	let isBroken = false;
	const note = (): void => void (isBroken = true);
	try {
		const document = new DOMParser({
			errorHandler: { warning: note, error: note, fatalError: note }
		}).parseFromString(text, 'image/svg+xml');
		return isBroken ? undefined : (document.documentElement as unknown as Node);
	} catch {
		// What the parser throws is what it cannot read.
		return undefined;
	}
}

/** Drawing programs write colours as classes (`.st0{fill:#fff}`): they become attributes. */
function classesIn(text: string): Map<string, [string, string][]> {
	const rules = new Map<string, [string, string][]>();
	for (const [, sheet = ''] of text.matchAll(
		/<style[^>]*>(?:\s*<!\[CDATA\[)?([\s\S]*?)(?:\]\]>\s*)?<\/style>/gi
	)) {
		for (const [, names = '', body = ''] of sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
			for (const [, name = ''] of names.matchAll(/\.([\w-]+)\s*(?:,|$)/g)) {
				rules.set(name, [...(rules.get(name) ?? []), ...declarations(body)]);
			}
		}
	}
	return rules;
}

const declarations = (text: string): [string, string][] =>
	text.split(';').flatMap((each): [string, string][] => {
		const [name = '', ...value] = each.split(':');
		return value.length > 0 ? [[name.trim(), value.join(':').trim()]] : [];
	});

function written(
	node: Node,
	classes: Map<string, [string, string][]>,
	state: { nodes: number; drawn: number },
	isRoot = false
): string {
	if (node.nodeType === 3) return escaped(node.nodeValue ?? '');
	if (node.nodeType !== 1 || LEFT_OUT.has(node.nodeName) || !ELEMENTS.has(node.nodeName)) return '';
	state.nodes += 1;
	if (state.nodes > NODES_MAX) return '';
	if (/^(path|rect|circle|ellipse|line|polyline|polygon|text)$/.test(node.nodeName))
		state.drawn += 1;
	const attributes = new Map<string, string>();
	for (const { name, value } of Array.from(node.attributes ?? [])) {
		if (name === 'class') {
			const said = value.split(/\s+/).flatMap((each) => classes.get(each) ?? []);
			for (const [key, style] of said) if (STYLES.has(key)) attributes.set(key, style);
		}
	}
	for (const { name, value } of Array.from(node.attributes ?? [])) {
		if (ATTRIBUTES.has(name)) attributes.set(name, value);
		if (name === 'href' || name === 'xlink:href') {
			if (/^#[\w.-]+$/.test(value)) attributes.set('href', value);
		}
		if (name === 'style') {
			for (const [key, style] of declarations(value))
				if (STYLES.has(key)) attributes.set(key, style);
		}
	}
	const said = [...attributes]
		.filter(([, value]) => isSafe(value))
		.map(([name, value]) => ` ${name}="${escaped(value)}"`)
		.join('');
	const inner = Array.from(node.childNodes)
		.map((child) => written(child, classes, state))
		.join('');
	const space = isRoot ? ' xmlns="http://www.w3.org/2000/svg"' : '';
	return `<${node.nodeName}${space}${said}>${inner}</${node.nodeName}>`;
}
