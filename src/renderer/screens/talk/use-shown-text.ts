import { startTransition, useEffect, useState } from 'react'
import type { SessionSnapshot, TalkSession } from './talk-session'

/** The text that the desk shows, and what of {@link SessionSnapshot} goes with it. */
export type ShownText = Pick<SessionSnapshot, 'text' | 'version' | 'step'>

/** A window that nobody sees draws no frames: there the desk follows after this long. */
const WITHOUT_FRAME_MS = 100

/**
 * The text of a session as the desk around its editors shows it. After a deed — a move, an undo — it is there at once, because what is chosen is named by its
 * place. What is typed stands in its editor already: everything else follows once the frame with it is on the screen, and gives way to further keys.
 */
export function useShownText(session: TalkSession): ShownText {
  const [shown, setShown] = useState<ShownText>(session.snapshot)
  useEffect(() => {
    let version = -1
    let waiting: (() => void) | null = null
    const catchUp = () => {
      waiting?.()
      waiting = null
      const snapshot = session.snapshot()
      // Saving changes no text.
      if (snapshot.version === version) return
      version = snapshot.version
      if (snapshot.typing) startTransition(() => setShown(snapshot))
      else setShown(snapshot)
    }
    const follow = () => {
      const snapshot = session.snapshot()
      if (!snapshot.typing) catchUp()
      else if (snapshot.version !== version) waiting ??= afterFrame(catchUp)
    }
    // What was done between the first drawing and here.
    catchUp()
    const stop = session.subscribe(follow)
    return () => {
      stop()
      waiting?.()
    }
  }, [session])
  return shown
}

/** Runs once the next frame has been drawn. @returns calls it off */
function afterFrame(run: () => void): () => void {
  let timer = setTimeout(run, WITHOUT_FRAME_MS)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(run)
  })
  return () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
  }
}
