// The empty page that the worker opens without network: the address decides what it becomes.
export const prerender = true;
export const ssr = false;
