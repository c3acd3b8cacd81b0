/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import {
	cleanupOutdatedCaches,
	createHandlerBoundToURL,
	precacheAndRoute
} from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { isHandout, isPage, networkFirst, navigate } from './lib/offline/worker.ts';
import { municipalityOfTag } from './lib/outbox/background.ts';
import { send } from './lib/outbox/outbox.ts';

declare const self: ServiceWorkerGlobalScope & {
	__WB_MANIFEST: { url: string; revision: string | null }[];
};

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
clientsClaim();

// Only reads are ever answered here: a POST goes to the network untouched.
registerRoute(isPage, navigate(createHandlerBoundToURL('/app-shell')));
registerRoute(isHandout, networkFirst);

// A new version waits until a person says so: never in the middle of an answer.
self.addEventListener('message', (event) => {
	if (event.data === 'take-over') void self.skipWaiting();
});

self.addEventListener('sync', (event) => {
	const municipality = municipalityOfTag(event.tag);
	if (municipality) event.waitUntil(send(municipality));
});
