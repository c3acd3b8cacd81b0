import { error, json } from '@sveltejs/kit';

/** What was sent as JSON, or undefined where it is none. @throws 413 where it is more than the server takes */
export async function jsonOf(request: Request): Promise<unknown> {
	try {
		return await request.json();
	} catch (problem) {
		if (problem instanceof Error && 'status' in problem && problem.status === 413) error(413);
		return undefined;
	}
}

/** The token of a grant, where one is carried. */
export const bearerOf = (request: Request): string | undefined =>
	/^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];

/** @param seconds until one more may come */
export const tooMany = (seconds: number): Response =>
	json(
		{ oejenhoejde: 1, error: 'too-many' },
		{ status: 429, headers: { 'retry-after': String(seconds), 'cache-control': 'no-store' } }
	);

export const refused = (reason: string, status: number): Response =>
	json({ oejenhoejde: 1, error: reason }, { status, headers: { 'cache-control': 'no-store' } });
