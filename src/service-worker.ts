/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import {
	addPlugins,
	cleanupOutdatedCaches,
	createHandlerBoundToURL,
	precacheAndRoute
} from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { onlyGenuine } from './lib/offline/genuine.ts';
import { fromSection, keepOpened, keepSection, tidy, type Entry } from './lib/offline/sections.ts';
import { staffPage } from './lib/offline/staff.ts';
import {
	isHandout,
	isPage,
	isPageData,
	isStaffPage,
	navigate,
	networkFirst,
	pageData
} from './lib/offline/worker.ts';
import { municipalityOfTag } from './lib/outbox/background.ts';
import { sendInBackground } from './lib/outbox/sending.ts';

/** Background Sync: Chromium only, and in no standard library of types. */
type SyncEvent = ExtendableEvent & { tag: string };
declare const self: ServiceWorkerGlobalScope & {
	addEventListener(type: 'sync', listener: (event: SyncEvent) => void): void;
};

// The build puts the list here.
const entries = self.__WB_MANIFEST as Entry[];
const sections = new Set(entries.flatMap(({ section, url }) => (section ? `/${url}` : [])));

addPlugins([onlyGenuine]);
precacheAndRoute(entries.filter(({ section }) => !section));
cleanupOutdatedCaches();
clientsClaim();
self.addEventListener('install', (event) => event.waitUntil(keepOpened(entries)));
self.addEventListener('activate', (event) => event.waitUntil(tidy(entries)));

// Only reads are ever answered here: a POST goes to the network untouched.
registerRoute(isPage, navigate(createHandlerBoundToURL('/app-shell')));
registerRoute(isStaffPage, navigate(staffPage));
registerRoute(isPageData, pageData);
registerRoute(isHandout, networkFirst);
registerRoute(
	({ url }) => sections.has(url.pathname),
	({ request }) => fromSection(request)
);

self.addEventListener('message', (event) => {
	// A new version waits until a person says so: never in the middle of an answer.
	if (event.data === 'take-over') void self.skipWaiting();
	else if (typeof event.data?.keep === 'string')
		event.waitUntil(keepSection(event.data.keep, entries));
});

self.addEventListener('sync', (event) => {
	const municipality = municipalityOfTag(event.tag);
	if (municipality) event.waitUntil(sendInBackground(municipality));
});
