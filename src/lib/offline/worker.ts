/** How long the network may keep a person waiting before what is on the device is shown. */
const PATIENCE_MILLISECONDS = 3000;

export const handoutCache = (municipality: string): string => `oejenhoejde-${municipality}`;

type Asked = { request: Request; url: URL };

/** A citizen's or the public's page. Staff pages have no shell: offline they say so by the browser's own page. */
export const isPage = ({ request, url }: Asked): boolean =>
	request.mode === 'navigate' && !/^\/[^/]+\/(intern|api)(\/|$)/.test(url.pathname);

/** Documents that citizens' pages are made of: the handout, and the model of the own picture. */
export const isHandout = ({ request, url }: Asked): boolean =>
	request.method === 'GET' && /^\/[^/]+\/api\/v1\/(handout|model)\.json$/.test(url.pathname);

/** The page from the network; the shell, which makes the page from what is on the device, when there is none. */
export const navigate =
	(shell: (asked: { request: Request; url: URL; event: ExtendableEvent }) => Promise<Response>) =>
	async (asked: { request: Request; url: URL; event: ExtendableEvent }): Promise<Response> => {
		try {
			return await fetch(asked.request);
		} catch (error) {
			if (!(error instanceof TypeError)) throw error;
			return shell(asked);
		}
	};

/** The document from the network within three seconds, else as it was when the page was last seen. */
export async function networkFirst({ request, url }: Asked): Promise<Response> {
	const cache = await caches.open(handoutCache(url.pathname.split('/')[1] ?? ''));
	const fresh = fetch(request).then(async (response) => {
		if (response.ok && isJson(response)) await cache.put(request, response.clone());
		return response;
	});
	const kept = await cache.match(request);
	if (!kept) return fresh;
	const late = new Promise<Response>((resolve) => {
		setTimeout(() => resolve(kept.clone()), PATIENCE_MILLISECONDS);
	});
	// A captive portal answers too, with a page of its own.
	const usable = fresh.then(
		(response) => (response.ok && isJson(response) ? response : kept),
		() => kept
	);
	return Promise.race([usable, late]);
}

const isJson = (response: Response): boolean =>
	response.headers.get('content-type')?.includes('application/json') ?? false;
