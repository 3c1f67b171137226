import { showcasePicture } from './showcase-talk'

/**
 * A drawn stand-in for a photo of the showcase, by its hash: sky, hill, sun and a frame at its edge, so that stretching and cropping show.
 * An SVG of the picture's own proportions.
 */
export function showcasePhoto(hash: string): string {
  const name = hash.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))).replaceAll('.', '')
  const { width, height } = showcasePicture(name) ?? { width: 100, height: 100 }
  const sun = Math.min(width, height) / 8
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#b9d3e8"/><circle cx="${width * 0.7}" cy="${height * 0.3}" r="${sun}" fill="#f6d58a"/><path d="M0 ${height * 0.75} Q ${width * 0.3} ${height * 0.45} ${width * 0.55} ${height * 0.7} T ${width} ${height * 0.6} V ${height} H 0 Z" fill="#7fa381"/><rect x="2" y="2" width="${width - 4}" height="${height - 4}" fill="none" stroke="#456" stroke-width="4"/></svg>`
}

export const showcasePhotoUrl = (hash: string): string => `data:image/svg+xml,${encodeURIComponent(showcasePhoto(hash))}`
