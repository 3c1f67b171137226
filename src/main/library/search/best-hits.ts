/**
 * The best of many hits as they come: the higher score first, of equal ones the higher number, which is the newer material. A heap with the worst of
 * them on top (Knuth, TAOCP 5.2.3), in arrays that are used again and again.
 */
export class BestHits {
  #room = 0
  #held = 0
  #nos = new Int32Array(64)
  #scores = new Float64Array(64)
  /** What came with each: the caller's own number for it. */
  #tags = new Int32Array(64)
  /** A score below this is not among the best any more; −∞ while there is room. */
  floor = -Infinity

  /** Empty. @param room how many are wanted @param floor what is known beforehand to be too low */
  start(room: number, floor = -Infinity): void {
    this.#room = room
    this.#held = 0
    this.floor = room === 0 ? Infinity : floor
    if (room <= this.#nos.length) return
    this.#nos = new Int32Array(room)
    this.#scores = new Float64Array(room)
    this.#tags = new Int32Array(room)
  }

  /** Are there as many as were wanted? */
  get isFull(): boolean {
    return this.#held === this.#room
  }

  offer(no: number, score: number, tag = no): void {
    if (score < this.floor) return
    if (this.#held < this.#room) this.#rise(this.#held++, no, score, tag)
    else if (this.#isBetter(no, score, 0)) this.#sink(no, score, tag)
    if (this.#held === this.#room) this.floor = this.#scores[0] as number
  }

  /** What came with them, best first. */
  tags(): number[] {
    const places = Array.from({ length: this.#held }, (_, place) => place)
    places.sort((a, b) => (this.#scores[b] as number) - (this.#scores[a] as number) || (this.#nos[b] as number) - (this.#nos[a] as number))
    return places.map((place) => this.#tags[place] as number)
  }

  #isBetter(no: number, score: number, place: number): boolean {
    const other = this.#scores[place] as number
    return score > other || (score === other && no > (this.#nos[place] as number))
  }

  #put(place: number, no: number, score: number, tag: number): void {
    this.#nos[place] = no
    this.#scores[place] = score
    this.#tags[place] = tag
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#nos[from] as number, this.#scores[from] as number, this.#tags[from] as number)
  }

  #rise(start: number, no: number, score: number, tag: number): void {
    let place = start
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (this.#isBetter(no, score, parent)) break
      this.#move(parent, place)
      place = parent
    }
    this.#put(place, no, score, tag)
  }

  /** In the place of the worst. */
  #sink(no: number, score: number, tag: number): void {
    const held = this.#held
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= held) break
      if (child + 1 < held && this.#isBetter(this.#nos[child] as number, this.#scores[child] as number, child + 1)) child++
      if (!this.#isBetter(no, score, child)) break
      this.#move(child, place)
      place = child
    }
    this.#put(place, no, score, tag)
  }
}
