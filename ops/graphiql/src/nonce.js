// Imported first. The menus of GraphiQL add one style element to the page; with the nonce of this answer it may.
import { setNonce } from "get-nonce";

setNonce(document.querySelector("script[nonce]").nonce);
