declare global {
	namespace App {
		interface Error {
			message: string;
			/** Said to the reader and written to the log: nothing else joins the two. */
			id?: string;
		}
	}
}
export {};
