import { showConstituencies } from './constituencies.ts';

showConstituencies(1);
