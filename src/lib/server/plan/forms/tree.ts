/** What was typed, as a tree: a field's name is its path. */
type Tree = string | Tree[] | { [name: string]: Tree };
type Branch = { [name: string]: Tree };

const PATH = /^[a-z]\w*(\.(\d{1,3}|[a-z][\w-]*))*(\[\])?$/i;

/**
 * A form's fields as the tree that their names say: `teams.0.name.da`, and `items.2.promises[]` for each of several.
 * A name that is no path is left out, and so is a file.
 */
export function read(data: FormData): Branch {
	const root: Branch = Object.create(null);
	for (const [name, value] of data) {
		if (typeof value !== 'string' || !PATH.test(name)) continue;
		const path = name.replace('[]', '').split('.');
		const last = path.pop() ?? '';
		let branch: Branch = root;
		for (const step of path) {
			const next: Tree = (branch[step] ??= Object.create(null) as Branch);
			if (typeof next === 'string' || Array.isArray(next)) return {};
			branch = next;
		}
		const there = branch[last];
		const text = value.replaceAll('\r\n', '\n');
		if (!name.endsWith('[]')) branch[last] = text;
		else branch[last] = Array.isArray(there) ? [...there, text] : [text];
	}
	return withLists(root) as Branch;
}

export type Arranged = { tree: Branch; at: string | undefined };

/**
 * Adds to, takes from or moves within a list, as a button says: `add:teams`, `remove:teams.2`, `up:teams.2`, `down:teams.2`.
 * What cannot be done changes nothing.
 * @returns where the eye should go: the path of the entry that was added, moved or came after the one that went
 */
export function arrange(tree: Branch, wanted: string): Arranged {
	const [, deed = '', path = '', index] =
		/^(add|remove|up|down):([a-z]\w*)(?:\.(\d+))?$/i.exec(wanted) ?? [];
	const there = tree[path];
	const list = Array.isArray(there) ? there : [];
	if (deed === 'add') {
		return { tree: { ...tree, [path]: [...list, {}] }, at: `${path}.${list.length}` };
	}
	const from = Number(index);
	const entry = list[from];
	if (entry === undefined) return { tree, at: undefined };
	const rest = list.filter((_, at) => at !== from);
	if (deed === 'remove') {
		const at = rest.length > 0 ? `${path}.${Math.min(from, rest.length - 1)}` : undefined;
		return { tree: { ...tree, [path]: rest }, at };
	}
	const to = Math.max(0, Math.min(rest.length, deed === 'up' ? from - 1 : from + 1));
	return {
		tree: { ...tree, [path]: [...rest.slice(0, to), entry, ...rest.slice(to)] },
		at: `${path}.${to}`
	};
}

/** Branches whose names are all numbers are lists, in the numbers' order, without holes. */
function withLists(tree: Tree): Tree {
	if (typeof tree === 'string') return tree;
	if (Array.isArray(tree)) return tree;
	const entries = Object.entries(tree).map(([name, inner]) => [name, withLists(inner)] as const);
	if (entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name))) {
		return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner);
	}
	return Object.fromEntries(entries);
}
