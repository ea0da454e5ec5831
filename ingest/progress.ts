/**
 * How far a stage is. `total` is null while it isn't known. Called often: what listens must be cheap and
 * draw only now and then.
 */
export type Progress = (stage: string, done: number, total: number | null) => void;

export const silent: Progress = () => {};
