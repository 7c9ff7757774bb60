import { match, type Router } from "../platform/router.ts";

/** Links within the app change the screen without loading the page again. */
export function catchLinks(document: Document, router: Router): void {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.target || link.origin !== location.origin) return;
    event.preventDefault();
    router.go(match(link.pathname));
  });
}
