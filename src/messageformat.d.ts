declare module '@messageformat/core/compile-module.js' {
	import type MessageFormat from '@messageformat/core';
	/** Source of an ES module with a function for each message. */
	export default function compileModule(format: MessageFormat, messages: object): string;
}
