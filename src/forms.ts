import * as errorWords from '$lib/server/core/error-words.ts';
import { error, type Handle } from '@sveltejs/kit';

/**
 * A form is read by the page that it is sent to. One that is larger than the server takes is a 413 that says so, and one that
 * cannot be read is its sender's 400: neither is a fault of ours.
 */
export const readable: Handle = ({ event, resolve }) => {
	const { request, url } = event;
	const read = request.formData.bind(request);
	request.formData = async () => {
		try {
			return await read();
		} catch (problem) {
			if (!isTooLarge(problem)) error(400);
			const words = await errorWords.tooLarge(url.pathname);
			error(413, { message: 'too-large', words });
		}
	};
	return resolve(event);
};

/** As the framework's server throws it, whose classes are others than the app's. */
const isTooLarge = (problem: unknown): boolean =>
	problem instanceof Error && 'status' in problem && problem.status === 413;
