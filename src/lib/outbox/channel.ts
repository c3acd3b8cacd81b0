import * as z from 'zod/mini';
import { Acknowledgement } from '../survey/submission.ts';

/** What the pages and the worker of one municipality tell each other. It lives in memory only. */
const News = z.discriminatedUnion('kind', [
	/** Something was kept: it is time to send, but on a tablet, which has a rhythm of its own. */
	z.object({ kind: z.literal('kept') }),
	/** Somebody asks for another try. */
	z.object({ kind: z.literal('again') }),
	/** A batch has been acknowledged or set aside. */
	z.object({ kind: z.literal('sent'), acknowledged: z.array(Acknowledgement) }),
	/** A person has been told what became of these, and is not told again. */
	z.object({ kind: z.literal('told'), ids: z.array(z.string()) })
]);
export type News = z.infer<typeof News>;
type Listener = (news: News) => void;

type Line = { channel: BroadcastChannel; listeners: Set<Listener> };
const lines = new Map<string, Line>();

/** Hears this page at once, and other tabs and the worker soon after. */
export function listen(municipality: string, listener: Listener): () => void {
	const line = lines.get(municipality) ?? open(municipality);
	lines.set(municipality, line);
	line.listeners.add(listener);
	return () => {
		line.listeners.delete(listener);
		if (line.listeners.size > 0 || lines.get(municipality) !== line) return;
		line.channel.close();
		lines.delete(municipality);
	};
}

export function tell(municipality: string, news: News): void {
	const line = lines.get(municipality);
	line?.listeners.forEach((listener) => listener(news));
	// A channel does not hear itself, so nobody here is told twice.
	const channel = line?.channel ?? new BroadcastChannel(channelName(municipality));
	channel.postMessage(news);
	if (!line) channel.close();
}

const channelName = (municipality: string): string => `oejenhoejde-outbox-${municipality}`;

function open(municipality: string): Line {
	const line: Line = {
		channel: new BroadcastChannel(channelName(municipality)),
		listeners: new Set()
	};
	line.channel.onmessage = (event: MessageEvent<unknown>) => {
		// A tab from before an update may speak of things that we do not know.
		const news = News.safeParse(event.data);
		if (news.success) line.listeners.forEach((listener) => listener(news.data));
	};
	return line;
}
