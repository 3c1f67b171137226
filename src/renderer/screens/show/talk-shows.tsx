import { useState } from 'react'
import type { Talk } from '../../../shared/model/block'
import type { TalkId } from '../../../shared/model/ids'
import type { Rehearsal } from '../../../shared/model/rehearsal'
import { PresenterView } from './presenter-view'
import { RehearsalEnded } from './rehearsal-ended'
import type { ShowMode } from './show-menu'
import type { ShowDeck } from './show-slide'
import { SlideShow } from './slide-show'

type TalkShowsProps = ShowDeck & {
  readonly mode: ShowMode | null
  readonly talkId: TalkId
  /** The talk that the deck shows, for `audience`. */
  readonly talk: Talk
  readonly audience: string
  readonly lecturer: string
  readonly pace: number
  /** The slide that is looked at. */
  readonly at: number
  readonly onClose: (at: number) => void
}

/** The show that runs over the desk, and what a rehearsal leaves to say. */
export function TalkShows({ mode, talkId, talk, audience, lecturer, pace, at, onClose, ...show }: TalkShowsProps) {
  const [ended, setEnded] = useState<Rehearsal | null>(null)
  if (mode === 'from-here' || mode === 'from-start') return <SlideShow {...show} start={mode === 'from-here' ? at : 0} onClose={onClose} />
  if (mode !== null) {
    return (
      <PresenterView
        {...show}
        talk={talk}
        start={mode === 'presenter' ? at : 0}
        pace={pace}
        rehearsing={mode === 'rehearsal' ? { talkId, lecturer, audience, minutes: talk.front.minutes, pace } : null}
        onClose={(last, rehearsal) => {
          onClose(last)
          setEnded(rehearsal)
        }}
      />
    )
  }
  return <RehearsalEnded rehearsal={ended} title={talk.front.title} pace={pace} onClose={() => setEnded(null)} />
}
