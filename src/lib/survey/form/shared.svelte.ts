import { getContext, setContext } from 'svelte';

const KEY = Symbol('a screen that is handed on');

/** From this component on down the screen is one that is handed on: numbers are to be read, and no link leads away. */
export const shareScreen = (): void => void setContext(KEY, true);

export const isShared = (): boolean => getContext(KEY) === true;
