import { handoutCache } from './documents.ts';
import { isGenuine } from './genuine.ts';

/** How long the network may keep a person waiting before what is on the device is shown. */
const PATIENCE_MILLISECONDS = 3000;
/** A page comes whole from the server, which takes its time on a slow network. */
const PAGE_PATIENCE_MILLISECONDS = 8000;

type Asked = { request: Request; url: URL };

const isStaffs = ({ url }: Asked): boolean => /^\/[^/]+\/(intern|api)(\/|$)/.test(url.pathname);
const isData = ({ url }: Asked): boolean => url.pathname.endsWith('/__data.json');

/** A citizen's or the public's page: without network the shell makes it from what is on the device. */
export const isPage = (asked: Asked): boolean =>
	asked.request.mode === 'navigate' && !isStaffs(asked);

/** Staff pages hold what must not lie on a device: without network they are a page that says so. */
export const isStaffPage = (asked: Asked): boolean =>
	asked.request.mode === 'navigate' && isStaffs(asked);

/** What the server puts into a page of the public, when it is come to from another page. */
export const isPageData = (asked: Asked): boolean =>
	asked.request.method === 'GET' && isData(asked) && !isStaffs(asked);

/** Documents that citizens' pages are made of: the handout, and the model of the own picture. */
export const isHandout = ({ request, url }: Asked): boolean =>
	request.method === 'GET' && /^\/[^/]+\/api\/v1\/(handout|model)\.json$/.test(url.pathname);

/** The page from the network; what stands in for it when there is none, or nobody behind it. */
export const navigate =
	<A extends Asked>(standIn: (asked: A) => Promise<Response>) =>
	async (asked: A): Promise<Response> => {
		const reply = await inTime(fetch(asked.request), PAGE_PATIENCE_MILLISECONDS);
		// The web server in front of ours says so when ours is not there.
		const isDown = reply && reply.status >= 502 && reply.status <= 504;
		return reply && !isDown ? reply : standIn(asked);
	};

/** The document from the network within three seconds, else as it was when the page was last seen. */
export async function networkFirst({ request, url }: Asked): Promise<Response> {
	const cache = await caches.open(handoutCache(url.pathname.split('/')[1] ?? ''));
	const fresh = fetch(request).then(async (response) => {
		if (isGenuine(url.pathname, response)) await cache.put(request, response.clone());
		return response;
	});
	const kept = await cache.match(request);
	if (!kept) return fresh;
	const reply = await inTime(fresh, PATIENCE_MILLISECONDS);
	return reply && isGenuine(url.pathname, reply) ? reply : kept;
}

/**
 * The page's data from the network; without it, the framework's own words for an error that the page then tells of
 * inside the municipality's frame. It asks with a mask of those parts of the page that it wants data for.
 */
export async function pageData({ request, url }: Asked): Promise<Response> {
	const reply = await inTime(fetch(request), PAGE_PATIENCE_MILLISECONDS);
	if (reply) return reply;
	const mask = url.searchParams.get('x-sveltekit-invalidated') ?? '1';
	const error = { type: 'error', error: { message: 'offline' }, status: 503 };
	const nodes = [...mask].map((each) => (each === '1' ? error : { type: 'skip' }));
	return Response.json({ type: 'data', nodes });
}

/** The reply, or undefined when there is no network or it takes too long. */
async function inTime(
	reply: Promise<Response>,
	milliseconds: number
): Promise<Response | undefined> {
	let giveUp = (): void => undefined;
	const late = new Promise<undefined>((resolve) => {
		const timer = setTimeout(resolve, milliseconds);
		giveUp = () => clearTimeout(timer);
	});
	const none = (error: unknown): undefined => {
		if (!(error instanceof TypeError)) throw error;
	};
	try {
		return await Promise.race([reply.catch(none), late]);
	} finally {
		giveUp();
	}
}
