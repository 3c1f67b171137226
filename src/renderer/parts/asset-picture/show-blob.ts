/** Gives an image, a film or a sound its bytes for as long as it stands: the ref callback of its element. */
export function showBlob(blob: Blob, image: HTMLImageElement | HTMLMediaElement | null): (() => void) | undefined {
  if (!image) return undefined
  const url = URL.createObjectURL(blob)
  image.src = url
  return () => URL.revokeObjectURL(url)
}
