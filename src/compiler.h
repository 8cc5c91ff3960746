/*
 * Names for the compiler attributes that headers use to state their contracts.
 */
#ifndef COMPILER_H
#define COMPILER_H

#define MUST_USE	    __attribute__((__warn_unused_result__))
#define PRINTF(text, first) __attribute__((__format__(__printf__, text, first)))

#endif
