/*
 * Names for the compiler attributes that headers use to state their contracts.
 */
#ifndef COMPILER_H
#define COMPILER_H

#define MUST_USE	    __attribute__((__warn_unused_result__))
#define PRINTF(text, first) __attribute__((__format__(__printf__, text, first)))

/*
 * For a large variable that is always written before it is read, where to clear it first, as
 * hardened builds do, would cost more than what is done with it.
 */
#define UNSET __attribute__((__uninitialized__))

#endif
