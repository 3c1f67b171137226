/** Gives an image its bytes for as long as it stands: the ref callback of an `<img>`. */
export function showBlob(blob: Blob, image: HTMLImageElement | null): (() => void) | undefined {
  if (!image) return undefined
  const url = URL.createObjectURL(blob)
  image.src = url
  return () => URL.revokeObjectURL(url)
}
