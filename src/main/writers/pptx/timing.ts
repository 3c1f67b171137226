/** What happens on a slide after it has come up (ECMA-376-1 §19.5), written node for node as PowerPoint writes it. */
import { isFilm, type MediaMime } from '../../../shared/model/media'
import { el, type Xml } from '../xml'

/** A film or sound by the id of the shape that it is played in. */
export type PlayedShape = { readonly shape: number; readonly mime: MediaMime }

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

/** The time line of a slide; none where nothing happens on it. */
export const timingXml = (played: readonly PlayedShape[]): Xml | null => {
  if (played.length === 0) return null
  let id = 0
  const next: NextId = () => (id += 1)
  const root = next()
  const nodes = [...played.map((one) => playedOnClick(one, next)), ...played.map((one) => mediaNode(one, next))]
  return el('p:timing', {}, el('p:tnLst', {}, el('p:par', {}, el('p:cTn', { id: root, dur: 'indefinite', restart: 'never', nodeType: 'tmRoot' }, el('p:childTnLst', {}, nodes)))))
}
