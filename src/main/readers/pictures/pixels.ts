/** A picture as it is shown: four bytes a pixel — red, green, blue, opacity, not premultiplied — row by row from the top. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array | Uint8ClampedArray }

/** A picture of as few bytes a pixel as it needs: grey; red, green and blue; or these and opacity. */
export type Raster = { readonly width: number; readonly height: number; readonly channels: 1 | 3 | 4; readonly data: Uint8Array | Uint8ClampedArray }

/** Pixels of a picture that is converted; its four bytes each stand in memory twice while it is packed. */
const MOST_PIXELS = 30_000_000
const LONGEST_SIDE = 12_000

/** Why a picture cannot be kept. */
export class PictureError extends Error {
  override readonly name = 'PictureError'
  constructor(
    readonly fault: 'damaged' | 'too-large' | 'metafile' | 'unknown',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options)
  }
}

/** Looked at before memory is taken for a picture: what its header states is only a claim. @throws PictureError `too-large`, or `damaged` without any size */
export const refuseGiant = (width: number, height: number): void => {
  if (!(width >= 1 && height >= 1)) throw new PictureError('damaged', `a picture of ${width} by ${height}`)
  if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS) throw new PictureError('too-large', `a picture of ${width} by ${height}`)
}
