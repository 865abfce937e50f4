package org.medflow.platform.store;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;

/** What CDI would have collected. */
public final class FakeInstance<T> implements Instance<T> {

  private final List<T> beans;

  @SafeVarargs
  public FakeInstance(T... beans) {
    this.beans = List.of(beans);
  }

  @Override
  public Iterator<T> iterator() {
    return beans.iterator();
  }

  @Override
  public T get() {
    return beans.get(0);
  }

  @Override
  public boolean isUnsatisfied() {
    return beans.isEmpty();
  }

  @Override
  public boolean isAmbiguous() {
    return beans.size() > 1;
  }

  @Override
  public Instance<T> select(Annotation... qualifiers) {
    return this;
  }

  @Override
  public <U extends T> Instance<U> select(Class<U> type, Annotation... qualifiers) {
    throw new UnsupportedOperationException("select");
  }

  @Override
  public <U extends T> Instance<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
    throw new UnsupportedOperationException("select");
  }

  @Override
  public void destroy(T bean) {
    throw new UnsupportedOperationException("destroy");
  }

  @Override
  public Handle<T> getHandle() {
    throw new UnsupportedOperationException("getHandle");
  }

  @Override
  public Iterable<? extends Handle<T>> handles() {
    throw new UnsupportedOperationException("handles");
  }
}
