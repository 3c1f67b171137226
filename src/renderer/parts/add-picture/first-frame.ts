/** Seconds into a film where its first frame is taken: at the very beginning many are black. */
const EARLY = 0.2
/** Milliseconds after which a film that shows nothing is given up. */
const PATIENCE = 8000
const LONGER_SIDE = 1280

const once = (film: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = () => reject(new Error('the film cannot be shown here'))
    film.addEventListener(event, () => resolve(), { once: true })
    film.addEventListener('error', fail, { once: true })
    setTimeout(fail, PATIENCE)
  })

/**
 * The first frame of a film, to stand for it where it is not played.
 * @returns a JPEG; null where this window cannot decode the film
 */
export async function firstFrame(file: Blob): Promise<Blob | null> {
  const film = document.createElement('video')
  const url = URL.createObjectURL(file)
  try {
    film.muted = true
    film.preload = 'auto'
    const loaded = once(film, 'loadeddata')
    film.src = url
    await loaded
    const sought = once(film, 'seeked')
    film.currentTime = Math.min(EARLY, film.duration / 2 || 0)
    await sought
    const scale = Math.min(1, LONGER_SIDE / Math.max(film.videoWidth, film.videoHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(film.videoWidth * scale))
    canvas.height = Math.max(1, Math.round(film.videoHeight * scale))
    canvas.getContext('2d')?.drawImage(film, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.86))
  } catch {
    return null // the poster that the library draws does instead
  } finally {
    film.removeAttribute('src')
    film.load()
    URL.revokeObjectURL(url)
  }
}
