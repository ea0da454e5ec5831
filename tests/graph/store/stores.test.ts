import { describeEveryStore } from '../../support/stores.ts';
import { conformance } from './conformance.ts';

describeEveryStore('a store', conformance);
