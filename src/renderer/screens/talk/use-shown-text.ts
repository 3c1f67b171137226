import { startTransition, useEffect, useState } from 'react'
import type { SessionSnapshot, TalkSession } from './talk-session'

/** The text that the desk shows, and what of {@link SessionSnapshot} goes with it. */
export type ShownText = Pick<SessionSnapshot, 'text' | 'version' | 'step'>

/**
 * The text of a session as the desk around its editors shows it. After a deed — a move, an undo — it is there at once, because what is chosen is named by its
 * place. What is typed stands in its editor already: everything else follows when the keys leave time for it, and no key waits for it.
 */
export function useShownText(session: TalkSession): ShownText {
  const [shown, setShown] = useState<ShownText>(session.snapshot)
  useEffect(() => {
    let version = -1
    const follow = () => {
      const snapshot = session.snapshot()
      // Saving changes no text.
      if (snapshot.version === version) return
      version = snapshot.version
      if (snapshot.typing) startTransition(() => setShown(snapshot))
      else setShown(snapshot)
    }
    // What was done between the first drawing and here.
    follow()
    return session.subscribe(follow)
  }, [session])
  return shown
}
