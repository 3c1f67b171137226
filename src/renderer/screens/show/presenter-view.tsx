import { ActionIcon, Button, FocusTrap, Group, Text, Tooltip } from '@mantine/core'
import { IconDeviceDesktop, IconPlayerPause, IconPlayerPlay, IconTextDecrease, IconTextIncrease } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import { createPortal } from 'react-dom'
import type { Talk } from '../../../shared/model/block'
import type { Rehearsal } from '../../../shared/model/rehearsal'
import { lagOf, planOfSlides } from '../../../shared/rehearsal/keeping-time'
import { elapsed } from '../../../shared/rehearsal/rehearsal-clock'
import { speakersOfSlides } from '../../../shared/rehearsal/speakers-of-slides'
import { clicksOn } from '../../../shared/slides/reveal'
import { timeTalk } from '../../../shared/speech/time-talk'
import { useText } from '../../i18n/language'
import { duration } from '../talk/duration'
import { useAudienceWindow } from './audience-window'
import { messages as mediaMessages } from '../../parts/slide-media/messages'
import { playedOn } from '../../parts/slide-media/played-on'
import { usePlaying } from '../../parts/slide-media/use-playing'
import { messages } from './messages'
import { PresenterClock } from './presenter-clock'
import { ScriptText } from './script-text'
import './show.css'
import { ShowSlide, type ShowDeck } from './show-slide'
import { showCommand } from './show-state'
import { useFullScreen, useWakeLock } from './use-full-screen'
import { usePresenter } from './use-presenter'
import { useRecording, type Rehearsing } from './use-recording'
import { useShowKeys } from './use-show-keys'

type PresenterViewProps = ShowDeck & {
  /** The talk that the deck shows, for the same audience. */
  readonly talk: Talk
  readonly start: number
  readonly pace: number
  /** Set for a rehearsal: then what is spoken is written down. */
  readonly rehearsing: Rehearsing | null
  /** @param at the slide it ended on @param rehearsal what was written down */
  readonly onClose: (at: number, rehearsal: Rehearsal | null) => void
}

/** Type sizes of the script, in pixels. */
const SIZES = [18, 22, 26, 32, 40, 50]
const USUAL_SIZE = 2
const SIZE_KEPT = 'lectern-script-size'

/** What the lecturer sees: the slide, the next one, what to say in large type, and the clock against the plan. */
export function PresenterView({ talk, start, pace, rehearsing, onClose, ...show }: PresenterViewProps) {
  const text = useText(messages)
  const mediaText = useText(mediaMessages)
  const { deck } = show
  const slides = deck.scenes.length
  const clicks = useMemo(() => deck.scenes.map(clicksOn), [deck])
  const presenter = usePresenter(clicks, start)
  const { at, step, blank, typed } = presenter.show
  const recording = useRecording(rehearsing, talk, deck.scenes, presenter.clock)
  const { child, open } = useAudienceWindow({ title: text.audienceWindow, language: deck.language })
  const [blocked, setBlocked] = useState(false)
  const [size, setSize] = useState(keptSize)
  const script = useRef<HTMLDivElement>(null)
  const [playing, setPlaying] = usePlaying(`${at} ${blank}`)
  const canPlay = blank === null && playedOn(deck.scenes[at]) !== null
  const closing = useRef(false)

  const plan = useMemo(() => {
    const seconds = new Map(timeTalk(talk, pace).sections.flatMap(({ blocks }) => blocks.map((block) => [block.key, block.seconds] as const)))
    return planOfSlides(
      deck.scenes.map(({ block }) => block),
      (block) => seconds.get(block) ?? 0,
    )
  }, [talk, pace, deck])

  const speakers = useMemo(
    () =>
      speakersOfSlides(
        talk,
        deck.scenes.map(({ block }) => block),
      ),
    [talk, deck],
  )

  const changeSize = (by: number) => {
    const next = Math.max(0, Math.min(SIZES.length - 1, size + by))
    setSize(next)
    keepSize(next)
  }
  const end = () => {
    if (closing.current) return
    closing.current = true
    onClose(at, recording.finish())
  }

  useShowKeys((event) => {
    if (event.key === 'Escape') end()
    else if (canPlay && event.key.toLowerCase() === 'm') setPlaying(!playing)
    else if (event.key.toLowerCase() === 't') presenter.follow({ kind: 'stop-or-go-on' })
    else if (event.key === '+' || event.key === '=') changeSize(1)
    else if (event.key === '-') changeSize(-1)
    else if (event.key === 'ArrowDown' && readOn(script.current, 1)) return true
    else if (event.key === 'ArrowUp' && readOn(script.current, -1)) return true
    else {
      const command = showCommand(event.key)
      if (!command) return false
      presenter.follow(command)
    }
    return true
  }, child)
  useFullScreen(end)
  useWakeLock()
  useEffect(() => {
    if (script.current) script.current.scrollTop = 0
  }, [at])

  const scene = deck.scenes[at]
  const passed = elapsed(presenter.clock, presenter.now) / 1000
  const stopped = presenter.clock.since === null
  return (
    // The focus rests on the script: Space then turns the slide instead of pressing a button that was clicked before.
    <FocusTrap active>
      <div className="show presenter" role="dialog" aria-modal="true" aria-label={rehearsing ? text.rehearsal : text.presenterView} onClick={(event) => event.detail > 0 && script.current?.focus()}>
        <header className="presenter-head">
          <PresenterClock elapsed={passed} planned={plan.reduce((sum, seconds) => sum + seconds, 0)} minutes={talk.front.minutes} lag={lagOf(plan, at, passed)} stopped={stopped} recording={rehearsing !== null} />
          <Group gap="sm" wrap="nowrap">
            <Sign label={stopped ? text.goOn : text.stopClock} keys="T" onClick={() => presenter.follow({ kind: 'stop-or-go-on' })} icon={stopped ? IconPlayerPlay : IconPlayerPause} />
            <Sign label={text.smaller} keys="−" onClick={() => changeSize(-1)} icon={IconTextDecrease} />
            <Sign label={text.larger} keys="+" onClick={() => changeSize(1)} icon={IconTextIncrease} />
            {child === null && (
              <Button variant="default" leftSection={<IconDeviceDesktop size={16} />} onClick={() => void open().then((opened) => setBlocked(!opened))}>
                {text.openAudience}
              </Button>
            )}
            <Button onClick={end}>{rehearsing ? text.endRehearsal : text.end}</Button>
          </Group>
        </header>
        {(blocked || recording.failed) && (
          <Text className="presenter-trouble" role="alert" size="sm">
            {recording.failed ? text.notKept : text.windowBlocked}
          </Text>
        )}
        <div className="presenter-body">
          <section className="presenter-slides" style={{ '--ratio': deck.size.width / deck.size.height } as CSSProperties}>
            <div className="presenter-now" aria-label={text.thisSlide} role="region" data-blank={blank}>
              {blank === null ? <ShowSlide {...show} at={at} step={step} media={{ playing, onPlaying: setPlaying }} /> : <Text>{blank === 'black' ? text.isBlack : text.isWhite}</Text>}
            </div>
            <div className="presenter-steps">
              <span aria-live="polite">
                {typed === '' ? text.slideOf(at + 1, slides) : text.goToSlide(typed)}
                {plan[at] ? ` · ${text.slideTime(duration(plan[at]))}` : ''}
              </span>
              <span className="presenter-keys">{canPlay ? `${text.keys} · ${mediaText.key}` : text.keys}</span>
            </div>
            <div className="presenter-next" aria-label={text.nextSlide} role="region">
              {at + 1 < slides ? <ShowSlide {...show} at={at + 1} /> : <Text size="sm">{text.lastSlide}</Text>}
            </div>
          </section>
          <div className="presenter-said">
            {speakers !== null && (
              <p className="presenter-speaker" aria-live="polite">
                <strong>{text.speaking(speakers[at] ?? '')}</strong>
                {at + 1 < slides && speakers[at + 1] !== speakers[at] && <span>{text.speaksNext(speakers[at + 1] ?? '')}</span>}
              </p>
            )}
            <section ref={script} className="presenter-script" aria-label={text.script} style={{ fontSize: SIZES[size] }} tabIndex={0} data-autofocus lang={deck.language}>
              <ScriptText script={scene?.notes ?? ''} />
            </section>
          </div>
        </div>
        {child !== null &&
          createPortal(
            <div className="show show-full" data-blank={blank} onDoubleClick={() => void child.document.documentElement.requestFullscreen?.().catch(() => undefined)}>
              {/* The sound comes from this window: one that opened without a click may make none. */}
              {blank === null && <ShowSlide {...show} at={at} step={step} comesIn media={{ playing, onPlaying: setPlaying, muted: true }} />}
              <div className="show-foot">{text.audienceHint}</div>
            </div>,
            child.document.body,
          )}
      </div>
    </FocusTrap>
  )
}

function Sign({ label, keys, icon: Icon, onClick }: { label: string; keys: string; icon: typeof IconPlayerPlay; onClick: () => void }) {
  return (
    <Tooltip label={`${label}（${keys}）`} zIndex={1001}>
      <ActionIcon variant="default" size={36} aria-label={label} onClick={onClick}>
        <Icon size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}

/** Moves a script that is longer than its place by a few lines. @returns false at its end, where the key turns the slide */
function readOn(script: HTMLElement | null, direction: 1 | -1): boolean {
  if (script === null) return false
  const before = script.scrollTop
  script.scrollTop += direction * script.clientHeight * 0.4
  return Math.abs(script.scrollTop - before) > 1
}

function keptSize(): number {
  try {
    const kept = Number(localStorage.getItem(SIZE_KEPT) ?? USUAL_SIZE)
    return Number.isInteger(kept) && kept >= 0 && kept < SIZES.length ? kept : USUAL_SIZE
  } catch {
    return USUAL_SIZE
  }
}

function keepSize(size: number): void {
  try {
    localStorage.setItem(SIZE_KEPT, String(size))
  } catch {
    // Storage is full or denied: the usual size comes back next time.
  }
}
