import { handoutCache, refused } from './documents.ts';
import { isGenuine, isOurs } from './genuine.ts';

/** How long the network may keep a person waiting before what is on the device is shown. */
const PATIENCE_MILLISECONDS = 3000;
/** A page comes whole from the server, which takes its time on a slow network. */
const PAGE_PATIENCE_MILLISECONDS = 8000;

/** `event` is there when a browser asks: what goes on after the reply is told to it. */
type Asked = { request: Request; url: URL; event?: Pick<ExtendableEvent, 'waitUntil'> };

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

/** What citizens' pages are made of: the handout, the model of the own picture, and the municipality's logo. */
export const isHandout = ({ request, url }: Asked): boolean =>
	request.method === 'GET' &&
	/^\/[^/]+\/(api\/v1\/(handout|model)\.json|logo\.(svg|png))$/.test(url.pathname);

/** The page from the network; what stands in for it when there is none, or nobody behind it. */
export const navigate =
	<A extends Asked>(standIn: (asked: A) => Promise<Response>) =>
	async (asked: A): Promise<Response> => {
		const reply = await inTime(fetch(asked.request), PAGE_PATIENCE_MILLISECONDS);
		// The web server in front of ours says so when ours is not there.
		const isDown = reply && reply.status >= 502 && reply.status <= 504;
		return reply && !isDown ? reply : standIn(asked);
	};

/**
 * The document from the network within three seconds, else as it was when the page was last seen. What comes is shown, also
 * where it cannot be kept: a page with network needs no storage.
 */
export async function networkFirst({ request, url, event }: Asked): Promise<Response> {
	const fresh = fetch(request).then((response) => {
		if (isGenuine(url.pathname, response)) event?.waitUntil(keep(request, url, response.clone()));
		return response;
	});
	// It may fail before it is waited for.
	fresh.catch(() => undefined);
	const kept = await find(request, url);
	if (!kept) return fresh;
	const reply = await inTime(fresh, PATIENCE_MILLISECONDS);
	return reply && isGenuine(url.pathname, reply) ? reply : kept;
}

const cacheOf = ({ pathname }: URL): Promise<Cache> =>
	caches.open(handoutCache(pathname.split('/')[1] ?? ''));

/** Where there is no room, or no storage at all, it is not kept: then there is no offline, and nothing else changes. */
const keep = (request: Request, url: URL, response: Response): Promise<void> =>
	cacheOf(url)
		.then((cache) => cache.put(request, response))
		.catch(refused);

const find = (request: Request, url: URL): Promise<Response | undefined> =>
	cacheOf(url)
		.then((cache) => cache.match(request))
		.catch((error: unknown) => {
			refused(error);
			return undefined;
		});

/**
 * The page's data from the network; without it, or with somebody else's reply in its place, the framework's own words for an
 * error that the page then tells of inside the municipality's frame. It asks with a mask of those parts of the page that it
 * wants data for.
 */
export async function pageData({ request, url }: Asked): Promise<Response> {
	const reply = await inTime(fetch(request), PAGE_PATIENCE_MILLISECONDS);
	if (reply && isOurs(reply)) return reply;
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
