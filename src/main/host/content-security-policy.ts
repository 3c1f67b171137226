/**
 * The one policy of both windows. Styles may be inline because React and CodeMirror set them; pictures come as blobs from the engine;
 * `'self'` in connect-src covers the loopback socket of the same origin (CSP Level 3, §6.7.2.8).
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  // Films and sounds of a talk, read over the engine's wire.
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
