/** What happens on a slide after it has come up (ECMA-376-1 §19.5), written node for node as PowerPoint writes it. */
import { isFilm, type MediaMime } from '../../../shared/model/media'
import { el, text, type Xml } from '../xml'

/** A film or sound by the id of the shape that it is played in. */
export type PlayedShape = { readonly shape: number; readonly mime: MediaMime }

/** What appears on a click, by the id of its shape; `step` is the click, from 1. */
export type RevealedShape = { readonly shape: number; readonly step: number; readonly isText: boolean }

/** Time nodes are numbered in document order (§19.5.33, `id`), from 1 at the root. */
type NextId = () => number

const onShape = (shape: number): Xml => el('p:tgtEl', {}, el('p:spTgt', { spid: shape }))
const start = (condition: Readonly<Record<string, string | number>>, target: Xml | null = null): Xml => el('p:stCondLst', {}, el('p:cond', condition, target))

/** A click on the shape starts what it plays, the next one pauses it. */
const playedOnClick = ({ shape }: PlayedShape, next: NextId): Xml => {
  const clicked = (): Xml => el('p:cond', { evt: 'onClick', delay: 0 }, onShape(shape))
  const [sequence, click, group, effect, command] = [next(), next(), next(), next(), next()]
  const nested = (id: number, delay: number, child: Xml): Xml => el('p:par', {}, el('p:cTn', { id, fill: 'hold' }, start({ delay }), el('p:childTnLst', {}, child)))
  const toggle = el(
    'p:par',
    {},
    el(
      'p:cTn',
      { id: effect, presetID: 2, presetClass: 'mediacall', presetSubtype: 0, fill: 'hold', nodeType: 'clickEffect' },
      start({ delay: 0 }),
      el('p:childTnLst', {}, el('p:cmd', { type: 'call', cmd: 'togglePause' }, el('p:cBhvr', {}, el('p:cTn', { id: command, dur: 1, fill: 'hold' }), onShape(shape)))),
    ),
  )
  return el(
    'p:seq',
    { concurrent: true, nextAc: 'seek' },
    el(
      'p:cTn',
      { id: sequence, restart: 'whenNotActive', fill: 'hold', evtFilter: 'cancelBubble', nodeType: 'interactiveSeq' },
      el('p:stCondLst', {}, clicked()),
      el('p:endSync', { evt: 'end', delay: 0 }, el('p:rtn', { val: 'all' })),
      el('p:childTnLst', {}, nested(click, 0, nested(group, 0, toggle))),
    ),
    el('p:nextCondLst', {}, clicked()),
  )
}

/** Makes a film or sound known to the slide's time line; it waits until it is started. Four fifths of full volume is PowerPoint's own. */
const mediaNode = ({ shape, mime }: PlayedShape, next: NextId): Xml =>
  el(isFilm(mime) ? 'p:video' : 'p:audio', {}, el('p:cMediaNode', { vol: 80_000 }, el('p:cTn', { id: next(), fill: 'hold', display: false }, start({ delay: 'indefinite' })), onShape(shape)))

/** A fade takes so many milliseconds; PowerPoint's own. */
const FADE = 500

const fadedIn = ({ shape }: RevealedShape, isFirst: boolean, next: NextId): Xml => {
  const [effect, shown, fade] = [next(), next(), next()]
  return el(
    'p:par',
    {},
    el(
      'p:cTn',
      { id: effect, presetID: 10, presetClass: 'entr', presetSubtype: 0, fill: 'hold', grpId: 0, nodeType: isFirst ? 'clickEffect' : 'withEffect' },
      start({ delay: 0 }),
      el(
        'p:childTnLst',
        {},
        el(
          'p:set',
          {},
          el('p:cBhvr', {}, el('p:cTn', { id: shown, dur: 1, fill: 'hold' }, start({ delay: 0 })), onShape(shape), el('p:attrNameLst', {}, el('p:attrName', {}, text('style.visibility')))),
          el('p:to', {}, el('p:strVal', { val: 'visible' })),
        ),
        el('p:animEffect', { transition: 'in', filter: 'fade' }, el('p:cBhvr', {}, el('p:cTn', { id: fade, dur: FADE }), onShape(shape))),
      ),
    ),
  )
}

/** What comes on one click, all of it together. */
const onClick = (together: readonly RevealedShape[], next: NextId): Xml => {
  const [click, group] = [next(), next()]
  const effects = together.map((one, index) => fadedIn(one, index === 0, next))
  return el(
    'p:par',
    {},
    el('p:cTn', { id: click, fill: 'hold' }, start({ delay: 'indefinite' }), el('p:childTnLst', {}, el('p:par', {}, el('p:cTn', { id: group, fill: 'hold' }, start({ delay: 0 }), el('p:childTnLst', {}, effects))))),
  )
}

/** The sequence that clicks anywhere on the slide go through (§19.5.58, `mainSeq`). */
const mainSequence = (revealed: readonly RevealedShape[], next: NextId): Xml => {
  const sequence = next()
  const steps = [...new Set(revealed.map(({ step }) => step))].toSorted((a, b) => a - b)
  const onSlide = (evt: string): Xml => el('p:cond', { evt, delay: 0 }, el('p:tgtEl', {}, el('p:sldTgt')))
  return el(
    'p:seq',
    { concurrent: true, nextAc: 'seek' },
    el('p:cTn', { id: sequence, dur: 'indefinite', nodeType: 'mainSeq' }, el('p:childTnLst', {}, steps.map((step) => onClick(revealed.filter((one) => one.step === step), next)))),
    el('p:prevCondLst', {}, onSlide('onPrev')),
    el('p:nextCondLst', {}, onSlide('onNext')),
  )
}

/** The time line of a slide; none where nothing happens on it. */
export const timingXml = (played: readonly PlayedShape[], revealed: readonly RevealedShape[] = []): Xml | null => {
  if (played.length === 0 && revealed.length === 0) return null
  let id = 0
  const next: NextId = () => (id += 1)
  const root = next()
  const nodes = [...(revealed.length === 0 ? [] : [mainSequence(revealed, next)]), ...played.map((one) => playedOnClick(one, next)), ...played.map((one) => mediaNode(one, next))]
  // Effects on shapes belong to a build of theirs (§19.5.14): of the text, and of what lies behind it.
  const builds = revealed.map(({ shape, isText }) => el('p:bldP', { spid: shape, grpId: 0, animBg: isText ? undefined : true }))
  return el(
    'p:timing',
    {},
    el('p:tnLst', {}, el('p:par', {}, el('p:cTn', { id: root, dur: 'indefinite', restart: 'never', nodeType: 'tmRoot' }, el('p:childTnLst', {}, nodes)))),
    builds.length === 0 ? null : el('p:bldLst', {}, builds),
  )
}
