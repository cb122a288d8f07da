/**
 * Takes the place of the widgets' own lock, which writes a style without the nonce into the page: the page itself never
 * scrolls here, only its parts do, so nothing has to be locked under a dialog.
 */
// oxlint-disable-next-line import/no-default-export -- the package imports it so
export default function useScrollLocker() {}
