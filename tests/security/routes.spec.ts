import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { TABLE } from '../../src/lib/server/staff/access/doors.ts';
import { readSources } from '../support/sources.ts';

const STAFF = 'src/routes/[municipality]/intern';
const WRITING = ['POST', 'PUT', 'PATCH', 'DELETE', 'fallback'];

const sources = readSources(STAFF);
const routeOf = (path: string) => path.slice('src/routes'.length, path.lastIndexOf('/'));
const routes = [
	...new Set(
		[...sources.keys()].filter((path) => /\/\+(page\.svelte|server\.ts)$/.test(path)).map(routeOf)
	)
];

/** What asks the table on behalf of a page: `authorise`, and what begins with it. */
const DOORS = /(authorise|asked|asReviewer|inCourse|inInterview)\(event\)/;

describe('the table of roles', () => {
	it('has every staff route there is, and none that is not', () => {
		expect(routes.length).toBeGreaterThan(10);
		expect(Object.keys(TABLE).sort()).toEqual(routes.sort());
	});

	it.each(routes)('has every action of %s, and none that is not', (route) => {
		const page = sources.get(`src/routes${route}/+page.server.ts`) ?? '';
		const endpoint = sources.get(`src/routes${route}/+server.ts`) ?? '';
		const there = [
			...keysOf(exported(page).get('actions')),
			// Without a name in its address a form is `default`, at a page and at an endpoint alike.
			...WRITING.filter((method) => exported(endpoint).has(method)).map((method) =>
				method === 'POST' ? 'default' : method
			)
		];
		expect(Object.keys(TABLE[route]?.actions ?? {}).sort()).toEqual(there.sort());
	});

	it('reads actions out of a page as they are written', () => {
		const source = `export const actions: Actions = { a: async () => {}, b, 'c-d': (event) => x(event) };
			export const POST = () => {}; export async function PUT() {}`;
		expect(keysOf(exported(source).get('actions'))).toEqual(['a', 'b', 'c-d']);
		expect([...exported(source).keys()]).toEqual(['actions', 'POST', 'PUT']);
		expect(keysOf(exported('export const actions = { ...others };').get('actions'))).toEqual(['?']);
		expect(keysOf(exported('export const actions = made();').get('actions'))).toEqual(['?']);
	});

	it.each(routes)('is asked again in every load and action of %s', (route) => {
		for (const [action, door] of Object.entries(TABLE[route]?.actions ?? {})) {
			if (door === 'anyone') continue;
			const page = sources.get(`src/routes${route}/+page.server.ts`) ?? '';
			expect(page).toMatch(new RegExp(`\\(event, '${action}'`));
		}
		const load =
			sources.get(`src/routes${route}/+page.server.ts`) ??
			sources.get(`src/routes${route}/+server.ts`);
		const loads = load && (exported(load).has('load') || exported(load).has('GET'));
		if (!loads || TABLE[route]?.see === 'anyone' || route.endsWith('[...rest]')) return;
		expect(load).toMatch(DOORS);
	});
});

type Value = ts.Expression | undefined;

/** What a module exports by name, and what it is set to. */
function exported(source: string): Map<string, Value> {
	const found = new Map<string, Value>();
	const file = ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true);
	for (const statement of file.statements) {
		const isExported =
			ts.canHaveModifiers(statement) &&
			ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
		if (!isExported) continue;
		if (ts.isFunctionDeclaration(statement) && statement.name)
			found.set(statement.name.text, undefined);
		if (!ts.isVariableStatement(statement)) continue;
		for (const { name, initializer } of statement.declarationList.declarations) {
			found.set(name.getText(file), initializer);
		}
	}
	return found;
}

/** A name that cannot be read here is no name of the table, so the test fails. */
function keysOf(value: Value): string[] {
	if (!value) return [];
	if (!ts.isObjectLiteralExpression(value)) return ['?'];
	return value.properties.map(({ name }) =>
		name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : '?'
	);
}
